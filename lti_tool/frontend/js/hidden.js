// Notes that are hidden until they are shown: others' notes leave this page at once, one's own stay,
// and the page asks for all of them when the time has come.
import htmx from "htmx.org";
import { readAnew } from "./anew.js";
import { isMine, notesIn } from "./board.js";
import { farewell } from "./parts.js";
import { post } from "./send.js";

const LATEST = 2_000;         // not all pages at once
let timer;
let due = "";
let known = columns();

htmx.registerExtension("conceal", {
  handle_swap(style, list) {
    if (style !== "conceal") return false;
    let askAgain = false;
    for (const note of notesIn(list)) {
      const members = [...note.querySelectorAll("[data-member]")];
      // Out of a stack only one's own stay, and only the server can say how they look alone.
      askAgain ||= members.some((member) => isMine(member.dataset.member)) || (isMine(note.dataset.note) && members.length > 0);
      if (isMine(note.dataset.note) && !members.length) continue;
      farewell(note);
      note.remove();
    }
    if (askAgain) setTimeout(readAnew, Math.random() * LATEST);
    return [];
  },
});

// The server's clock counts: the page is told what time it was there, and waits for the rest.
function wait() {
  const { revealsAt, at, end } = document.getElementById("controls")?.dataset ?? {};
  if (!revealsAt) {
    clearTimeout(timer);
    due = "";
  } else if (due !== revealsAt) {
    clearTimeout(timer);
    due = revealsAt;
    const rest = (Number(revealsAt) - Number(at)) * 1_000;
    timer = setTimeout(() => post(end, new URLSearchParams()), Math.max(0, rest) + 200 + Math.random() * LATEST);
  }
}

function columns() {
  return new Set([...document.querySelectorAll(".column")].map(({ id }) => id));
}

// A column that comes back while notes are hidden comes without anybody's notes: this page asks for its own.
function greet() {
  const before = known;
  known = columns();
  const strange = [...known].filter((column) => !before.has(column));
  if (strange.some((column) => document.querySelector(`#${column} > .pile[data-notes]`))) setTimeout(readAnew, Math.random() * LATEST);
}

document.addEventListener("parts-applied", () => { wait(); greet(); });
wait();
