// Before a text is sent that may hold a client's data, its author is asked: send it anyway, blank it out, or edit it.
// Nothing has left the browser then. The server looks again, also for the words of the course, and asks by the same dialog.
import { element, parse } from "./elements.js";
import { findings } from "./findings.js";
import { clearRefusal } from "./send.js";

const dialog = document.getElementById("guard");
let asked = null;

const oneLine = (text) => text.normalize("NFC").trim().split(/\s+/u).join(" ");
const isRich = (field) => "plain" in field.dataset;
const boxes = () => [...dialog.querySelectorAll("[data-field]")];
const marksIn = (box) => [...box.querySelectorAll("mark")].map((mark) => mark.textContent);

// A field with data-unguarded is none that is guarded, or holds what is about to be removed: the server looks at what stays.
function fieldsOf(form) {
  return [...form.elements].filter((field) => field.name && field.matches('textarea, input[type="text"]') && !field.hasAttribute("data-unguarded"));
}

// What the author has agreed to comes with the form, word for word: whatever is found later is asked about anew.
function agreedIn(form) {
  return new Set([...form.querySelectorAll('input[name="sent_anyway"]')].flatMap(({ value }) => value.split("\n")));
}

function look(form) {
  const agreed = agreedIn(form);
  return fieldsOf(form).map((field) => {
    const text = field.value.normalize("NFC");
    const found = findings(text).filter(({ start, end }) => !agreed.has(oneLine(text.slice(start, end))));
    return { field, text, found };
  }).filter(({ found }) => found.length);
}

function sentence(kinds) {
  const words = [...kinds].map((kind) => dialog.getAttribute(`data-${kind.replace(" ", "-")}`));
  const last = words.pop();
  const [between] = dialog.dataset.and.replace("{first}", "").split("{last}");
  const [before, after] = dialog.dataset.says.split("{kinds}");
  const strong = words.flatMap((word, place) => [place ? ", " : "", element("strong", {}, word)]);
  return element("p", {}, before, ...strong, words.length ? between : "", element("strong", {}, last), after);
}

// As templates/errors/_client_data.html.
function box({ field, text, found }) {
  const made = element("div", {
    class: "guard found", "data-field": field.name, dir: "auto", tabindex: "0", role: "group", "aria-label": dialog.dataset.label,
  });
  let place = 0;
  for (const { start, end } of found) {
    const listened = element("span", { class: "sr" }, `${dialog.dataset.found} `);
    made.append(text.slice(place, start), listened, element("mark", {}, text.slice(start, end)));
    place = end;
  }
  made.append(text.slice(place));
  return made;
}

function ask(form, submitter, agreed, ...content) {
  asked = { form, submitter, agreed };
  document.getElementById("guard-found").replaceChildren(...content);
  dialog.returnValue = "";
  dialog.showModal();
  for (const shown of boxes()) shown.scrollTop = shown.querySelector("mark").offsetTop - shown.clientHeight / 2;
  document.getElementById("guard-title").focus();
}

// The text of a box, with the marked parts as they are or blanked out. Words for listeners stand between them.
function textOf(shown, block) {
  return [...shown.childNodes].map((node) => {
    if (node.nodeName === "MARK") return block ?? node.textContent;
    return node.nodeType === Node.TEXT_NODE ? node.data : "";
  }).join("");
}

const choices = {
  send(form) {
    send(form, boxes().flatMap(marksIn));
  },
  blank(form) {
    for (const shown of boxes()) {
      const field = form.elements.namedItem(shown.dataset.field);
      // What has headings and links is blanked out by the server, which keeps them.
      if (isRich(field)) return send(form, [], element("input", { type: "hidden", name: "blanked", value: "yes" }));
      field.value = textOf(shown, dialog.dataset.block);
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    return send(form, []);
  },
  edit() {},
};

function send(form, parts, also = "") {
  const { submitter, agreed } = asked;
  const value = [...agreed, ...parts.map(oneLine)].join("\n");
  const told = element("input", { type: "hidden", name: "sent_anyway", value });
  if (value) form.append(told);
  if (also) form.append(also);
  form.requestSubmit(submitter?.isConnected ? submitter : null);
  told.remove();
  if (also) also.remove();
}

function decide() {
  const { form } = asked;
  const [first] = boxes();
  const field = form.elements.namedItem(first.dataset.field);
  if (form.isConnected) {
    field.focus();
    if (!choices[dialog.returnValue]) dialog.returnValue = "edit";
    const place = field.value.normalize("NFC").indexOf(marksIn(first)[0]);
    if (dialog.returnValue === "edit" && place >= 0) field.setSelectionRange(place, place + marksIn(first)[0].length);
    choices[dialog.returnValue](form);
  }
  asked = null;
}

if (dialog) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.getAttribute("method") !== "post") return;
    const found = look(form);
    if (!found.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const kinds = new Set(found.flatMap((one) => one.found).map(({ kind }) => kind));
    ask(form, event.submitter, agreedIn(form), sentence(kinds), ...found.map(box));
  }, { capture: true });

  // The server has found something; if the form still holds that text, its author is asked here too.
  document.addEventListener("client-data-found", ({ detail: { form, html, agreed } }) => {
    const content = [...parse(html).children];
    const holds = content.filter((part) => part.dataset.field).every((shown) => {
      const field = form.elements.namedItem(shown.dataset.field);
      return field && oneLine(isRich(field) ? field.dataset.plain : field.value) === oneLine(textOf(shown));
    });
    if (!form.isConnected || !holds || dialog.open) return;
    clearRefusal(form);
    ask(form, null, agreed, ...content);
  });

  dialog.addEventListener("click", (event) => {
    const choice = event.target.closest("[data-choice]")?.dataset.choice;
    if (choice) dialog.close(choice);
  });
  dialog.addEventListener("close", decide);
}
