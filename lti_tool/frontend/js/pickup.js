// Moving a note with the keys: lift it, move it with the arrows, drop it with Enter, return it with Escape.
// The focus stays on the note all the time, and each step is said aloud.
import { isFixed, notesIn, placeOf } from "./board.js";
import { element } from "./elements.js";
import { putBack, sendNote } from "./move.js";
import { isOutline } from "./ways.js";
import { moveTo } from "./place.js";
import { announce, say } from "./words.js";

let lifted = null;
let home = null;
let after = null;
let moving = false;
let help = null;

const noteBefore = (note) => {
  const notes = notesIn(note.parentNode);
  return notes[notes.indexOf(note) - 1] ?? null;
};

function lift(note) {
  if (isFixed(note.parentNode)) return;
  note.closest("details[open]")?.removeAttribute("open");
  lifted = note;
  home = note.parentNode;
  after = noteBefore(note);
  help = element("div", { class: "lift-help", "aria-hidden": "true" });
  document.body.append(help);
  note.classList.add("lifted");
  note.focus({ preventScroll: true });
  // Clear of the help, which lies over the lower edge.
  note.scrollIntoView({ block: "nearest", inline: "nearest" });
  tell(say("lifted"));
}

function tell(first = "") {
  const place = say("position", placeOf(lifted));
  help.replaceChildren(element("strong", {}, say("lifted")), element("br"), element("span", { class: "meta" }, place));
  announce(`${first} ${place}`.trim());
}

function end() {
  lifted?.classList.remove("lifted");
  help?.remove();
  lifted = help = null;
}

function drop() {
  const note = lifted;
  const from = home;
  const moved = note.parentNode !== from || noteBefore(note) !== after;
  end();
  announce(say(moved ? "moved" : "position", placeOf(note)));
  if (moved) sendNote(note, from);
}

function giveUp() {
  const note = lifted;
  end();
  shift(() => putBack(note, home));
  announce(say("returned", placeOf(note)));
}

function shift(step) {
  const focused = document.activeElement;
  moving = true;
  step();
  // Where moving takes the focus away, it is given back.
  if (document.activeElement !== focused) focused?.focus({ preventScroll: true });
  moving = false;
  lifted?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// From one note in sight to the next: what a filter leaves out is stepped over.
function within(step) {
  const list = lifted.parentNode;
  const notes = notesIn(list).filter((note) => note === lifted || !note.hasAttribute("data-out"));
  const there = notes[notes.indexOf(lifted) + step];
  if (!there) {
    if (isOutline()) on(step);
    return;
  }
  const next = step < 0 ? there : there.nextElementSibling;
  shift(() => moveTo(list, lifted, next));
}

// In the outline columns stand below each other: behind the last note comes the first place of the next column.
function on(step) {
  const list = besideOf(step);
  if (list) shift(() => moveTo(list, lifted, step < 0 ? null : notesIn(list)[0] ?? null));
}

function besideOf(step) {
  const columns = [...document.querySelectorAll("#columns > .column > .notes")];
  const free = columns.filter((list) => list === lifted.parentNode || !isFixed(list));
  return free[free.indexOf(lifted.parentNode) + step];
}

function across(step) {
  const list = besideOf(step);
  if (!list) return;
  const here = notesIn(lifted.parentNode).indexOf(lifted);
  shift(() => moveTo(list, lifted, notesIn(list)[here] ?? null));
}

const steps = {
  ArrowUp: () => within(-1),
  ArrowDown: () => within(1),
  ArrowLeft: () => across(-1),
  ArrowRight: () => across(1),
};

document.addEventListener("click", (event) => {
  const note = event.target.closest?.("[data-pick-up]")?.closest(".note");
  if (note) lift(note);
});

document.addEventListener("keydown", (event) => {
  if (!lifted || event.target !== lifted || event.ctrlKey || event.metaKey || event.altKey) return;
  if (steps[event.key]) {
    steps[event.key]();
    tell();
  } else if (event.key === "Enter" || event.key === " ") {
    drop();
  } else if (event.key === "Escape") {
    giveUp();
  } else {
    return;
  }
  event.preventDefault();
});

document.addEventListener("focusout", (event) => {
  if (lifted && event.target === lifted && !moving && document.hasFocus()) giveUp();
});

// Somebody else has deleted it meanwhile.
document.addEventListener("parts-applied", () => {
  if (lifted && !lifted.isConnected) end();
});
