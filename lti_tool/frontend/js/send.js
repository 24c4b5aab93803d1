// Sends form[data-send] by itself. The answer's parts go the same way as those of the stream;
// a refusal stays with its form, and the text stays in it.
import { remember } from "./board.js";
import { showBanner } from "./banners.js";
import { element, parse } from "./elements.js";
import { leaveTo } from "./leave.js";
import { answered } from "./live.js";
import { send, withdraw } from "./outbox.js";
import { apply } from "./parts.js";
import { giveFocus, isSeen } from "./place.js";
import { announce, say } from "./words.js";

const underWay = new WeakSet();

// How a kind of form behaves: hooks(form) answers { isNote, done, refused, stalled }, or nothing when
// there is nothing to send. It is called after the form was read, so it may empty it.
const kinds = [];

export function sendAs(selector, hooks) {
  kinds.push({ selector, hooks });
}

export function bodyOf(form, submitter) {
  const data = new FormData(form, submitter);
  const files = [...data.values()].some((value) => value instanceof File);
  return files ? data : new URLSearchParams(data);
}

export function post(address, body, hooks = {}, form = null, op = crypto.randomUUID()) {
  body.set("op", op);
  return send({
    address, body, form, op,
    isNote: hooks.isNote,
    stalled: hooks.stalled,
    answer: (response, text) => receive(response, text, hooks, form, body),
  });
}

async function receive(response, text, hooks, form, body) {
  if (response.type === "opaqueredirect") return leaveTo(location.href);
  if (response.ok) {
    const note = response.headers.get("X-Note");
    if (note) {
      remember(note);
      document.dispatchEvent(new CustomEvent("own-note", { detail: note }));
    }
    const comment = response.headers.get("X-Comment");
    if (comment) document.dispatchEvent(new CustomEvent("own-comment", { detail: comment }));
    const away = response.headers.get("X-Location");
    if (away) return leaveTo(away);
    await apply(text);
    answered(response.headers.get("Live-Seq"));
    hooks.done?.(response);
  } else if (response.headers.get("X-Dialog") === "guard" && form) {
    hooks.refused?.(refusal(say("clientData")));
    const agreed = body.getAll("sent_anyway").flatMap((parts) => parts.split(/\r?\n/u));
    document.dispatchEvent(new CustomEvent("client-data-found", { detail: { form, html: text, agreed } }));
  } else if (response.headers.get("X-Dialog") || text.includes('id="dialog-title"')) {
    hooks.refused?.("");
    document.dispatchEvent(new CustomEvent("show-dialog", { detail: text }));
  } else {
    hooks.refused?.(isFragment(response, text) ? text : refusal(say("failed")));
  }
}

// A proxy in between may answer with a page of its own.
const isFragment = (response, text) => text.trim() && !/<html|<!doctype/i.test(text)
  && (response.headers.get("Content-Type") ?? "").includes("text/html");

export const refusal = (words) => {
  const paragraph = element("p", { role: "alert" }, words);
  return paragraph.outerHTML;
};

export function showRefusal(form, html) {
  if (!form?.isConnected || form.closest("dialog:not([open]), details:not([open])")) {
    const words = parse(html).textContent.trim();
    if (words) showBanner("refused", { kind: "bad", text: words, closable: true });
    return;
  }
  let place = form.querySelector("[data-refusal]");
  if (!place) {
    place = element("div", { "data-refusal": "" });
    form.prepend(place);
  }
  place.replaceChildren(parse(html));
  const { top, bottom } = place.getBoundingClientRect();
  if (bottom < 0 || top > innerHeight) showWhere(form, place);
}

// A long form may end far below its beginning: the words go to the field they are about, as its name in the form says, or come into sight.
function showWhere(form, place) {
  const name = place.querySelector("[data-field]")?.dataset.field;
  const field = name && [...form.elements].find((one) => one.type !== "hidden" && (one.name === name || one.name.startsWith(`${name}-`)));
  if (field) {
    for (let around = field.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
    (field.closest(".field") ?? field).before(place);
    field.focus();
  }
  place.scrollIntoView({ block: field ? "nearest" : "center" });
}

export function clearRefusal(form) {
  form.querySelector("[data-refusal]")?.replaceChildren();
}

async function submit(form, submitter) {
  if (underWay.has(form)) return;
  const hooks = kinds.find(({ selector }) => form.matches(selector))?.hooks ?? plain;
  const address = submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  const body = bodyOf(form, submitter);
  clearRefusal(form);
  const own = hooks(form);
  if (!own) return;
  // A composer is empty again at once and may send the next note; any other form sends one thing at a time.
  const one = !own.isNote;
  const earlier = one ? withdraw(form) : undefined;
  if (one) {
    underWay.add(form);
    form.setAttribute("aria-busy", "true");
  }
  const free = () => {
    underWay.delete(form);
    form.removeAttribute("aria-busy");
  };
  await post(address, body, {
    isNote: own.isNote,
    stalled: () => { free(); own.stalled?.(); },
    done: (response) => { free(); own.done?.(response); },
    refused: (html) => { free(); own.refused?.(html); },
  }, form, sameAs(earlier, body) ? earlier.op : undefined);
}

// The same words sent once more are the same act: the server may have heard them already.
function sameAs(earlier, body) {
  return Boolean(earlier) && wordsOf(earlier.body) === wordsOf(body);
}

const wordsOf = (body) => JSON.stringify([...body].filter(([name]) => name !== "op")
  .map(([name, value]) => [name, value instanceof File ? [value.name, value.size, value.lastModified] : value]));

function plain(form) {
  const menu = form.closest("details.menu");
  const hadFocus = menu?.contains(document.activeElement);
  return {
    done: () => {
      menu?.removeAttribute("open");
      if (!hadFocus || !menu.isConnected) return;
      // The act may be out of sight now: with its menu, or because its opposite is offered.
      const here = document.activeElement;
      if (here === document.body || menu.contains(here)) giveFocus([here, menu.querySelector("summary"), menu.closest(".note")].find((place) => place && place !== document.body && isSeen(place)));
    },
    refused: (html) => showRefusal(form, html),
    stalled: () => announce(say("waiting")),
  };
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-send]");
  if (!form || event.defaultPrevented) return;
  event.preventDefault();
  submit(form, event.submitter);
});
