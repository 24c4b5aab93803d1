// Which reactions are one's own: laid over the chips that all receive alike. A pressed chip takes back.
import { sendAs, showRefusal } from "./send.js";
import { announce, say } from "./words.js";

const mine = new Set((document.querySelector("[data-reactions]:not(form)")?.dataset.reactions ?? "").split(" ").filter(Boolean));

export function rememberReactions(all) {
  mine.clear();
  for (const one of all.split(" ").filter(Boolean)) mine.add(one);
}

function set(attributes, button) {
  for (const [name, value] of Object.entries(attributes)) if (button.getAttribute(name) !== value) button.setAttribute(name, value);
}

function overlay() {
  for (const form of document.querySelectorAll("form[data-reactions]")) {
    for (const button of form.querySelectorAll(".reaction")) {
      const on = mine.has(`${form.dataset.reactions}:${button.value}`);
      set({ "aria-pressed": String(on), name: on ? "off" : "on" }, button);
      if (form.closest("#dialog")) button.querySelector(".n").textContent = countOf(form.dataset.reactions, button.value);
    }
  }
}

// The dialog's numbers are those of the note behind it.
const countOf = (note, kind) => document.querySelector(`#note-${note} .reaction[value="${kind}"] .n`)?.textContent ?? "";

sendAs("form[data-reactions]", (form) => {
  const note = form.dataset.reactions;
  return {
    done: (response) => {
      for (const one of [...mine]) if (one.startsWith(`${note}:`)) mine.delete(one);
      for (const kind of (response.headers.get("X-Reactions") ?? "").split(" ").filter(Boolean)) mine.add(`${note}:${kind}`);
      overlay();
    },
    refused: (html) => showRefusal(form, html),
    stalled: () => announce(say("waiting")),
  };
});

document.addEventListener("fields-shown", overlay);
document.addEventListener("parts-applied", overlay);
overlay();
