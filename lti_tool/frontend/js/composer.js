// Where a note is written: opens in its column, sends on Enter, stays open for the next one.
import { placeOf } from "./board.js";
import { element } from "./elements.js";
import { isTooLong } from "./counter.js";
import { sendAs, showRefusal } from "./send.js";
import { WaitingNote } from "./waiting.js";
import { announce, say } from "./words.js";

const coarse = matchMedia("(pointer: coarse)");
const textOf = (form) => form.querySelector('textarea[name="text"]');
const opener = (form) => document.querySelector(`[data-open-composer="${form.id}"]`);

function open(form) {
  for (const other of document.querySelectorAll(".composer[data-open]")) {
    if (other !== form && !textOf(other).value.trim()) other.removeAttribute("data-open");
  }
  form.setAttribute("data-open", "");
  // The browser's own bubble would come at each Enter in the empty field.
  form.noValidate = true;
  textOf(form).focus();
}

function close(form) {
  form.removeAttribute("data-open");
  form.querySelector("[data-refusal]")?.replaceChildren();
  form.querySelector(".sent")?.remove();
  opener(form)?.focus();
}

document.addEventListener("click", (event) => {
  const name = event.target.closest?.("[data-open-composer]")?.dataset.openComposer;
  const form = name && document.getElementById(name);
  if (form) open(form);
  if (event.target.closest?.(".composer [data-close-composer]")) close(event.target.closest(".composer"));
});

document.addEventListener("keydown", (event) => {
  const form = event.target.closest?.(".composer");
  if (!form || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape" && !textOf(form).value.trim()) {
    event.preventDefault();
    close(form);
  }
  if (event.key !== "Enter" || event.target !== textOf(form)) return;
  const sends = event.ctrlKey || event.metaKey || (!event.shiftKey && !event.altKey && !coarse.matches);
  if (!sends) return;
  event.preventDefault();
  if (!event.repeat) form.requestSubmit();
});

sendAs("form[data-composer]", (form) => {
  const field = textOf(form);
  const text = field.value;
  if (!text.trim()) {
    field.focus();
    return undefined;
  }
  if (isTooLong(field)) {
    showRefusal(form, tooLong(field));
    return undefined;
  }
  const data = new FormData(form);
  const list = form.closest(".column").querySelector(":scope > .notes");
  const language = data.get("language") ?? "";
  const waiting = new WaitingNote(list, text, data.get("colour") ?? "", language);
  write(form, "");
  if (form.contains(document.activeElement)) field.focus();
  return {
    isNote: true,
    done: (response) => {
      waiting.remove();
      rememberLanguage(language);
      tellSent(form, response.headers.get("X-Note"));
    },
    stalled: () => waiting.wait(),
    refused: (html) => {
      const takeBack = () => {
        open(form);
        write(form, [text, field.value].filter((part) => part.trim()).join("\n"));
      };
      if (form.isConnected && !field.value.trim()) {
        waiting.remove();
        write(form, text);
        showRefusal(form, html);
      } else {
        waiting.refuse(html, takeBack);
      }
    },
  };
});

const tooLong = (field) =>
  element("p", { role: "alert" }, say("tooLong", { over: [...field.value].length - field.dataset.limit })).outerHTML;

function write(form, text) {
  const field = textOf(form);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

// The language of the next note is the one last written in, in every column.
function rememberLanguage(language) {
  for (const choice of document.querySelectorAll(".composer [name=language]")) {
    if (language && !textOf(choice.form).value.trim()) choice.value = language;
  }
  document.dispatchEvent(new Event("fields-shown"));
}

// The note joins the end of its column, which may be out of sight.
function tellSent(form, number) {
  const note = document.getElementById(`note-${number}`);
  if (!note || !form.isConnected) return;
  const words = say("sent", placeOf(note));
  announce(words);
  form.querySelector(".sent")?.remove();
  const show = element("a", { href: `#note-${number}` }, say("showNote"));
  form.append(element("p", { class: "sent meta" }, `${words} `, show));
}
