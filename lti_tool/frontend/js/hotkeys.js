// Single keys for those who like them. Which keys there are stands in the page (boards/keys.py), what they do stands here.
// They rest while somebody writes, carries a note or has a dialog open, and they can be switched off.
import { fillMenus } from "./acts.js";
import { isOutline, showAs } from "./ways.js";
import { giveFocus } from "./place.js";
import { holdOrShow } from "./hold.js";
import { keepSetting } from "./settings.js";
import { openSearch } from "./filter.js";

const keys = JSON.parse(document.getElementById("keys")?.dataset.keys ?? "{}");
const board = document.getElementById("columns");

const columns = () => [...board.querySelectorAll(":scope > .column:not([hidden])")];
const notesOf = (column) => [...column.querySelectorAll(":scope > .notes > .note[data-note]:not([data-out])")];
const noteHere = () => document.activeElement?.closest?.(".note[data-note]") ?? null;
const columnHere = () => document.activeElement?.closest?.(".column") ?? null;

function goTo(place) {
  if (!place) return;
  giveFocus(place);
  place.scrollIntoView({ block: "nearest", inline: "nearest" });
}

// From a place without notes to the nearest one that has some.
function step(by) {
  const all = columns().flatMap(notesOf);
  const here = noteHere();
  const column = columns().indexOf(columnHere());
  if (here) goTo(all[all.indexOf(here) + by]);
  else if (column < 0) goTo(all[0]);
  else goTo(by > 0 ? columns().slice(column).flatMap(notesOf)[0] : columns().slice(0, column + 1).flatMap(notesOf).at(-1));
}

// To the note at the same height; where there is none, to the button that adds one.
function across(by) {
  const all = columns();
  const here = columnHere();
  const there = here ? all[all.indexOf(here) + by] : all[0];
  if (!there) return;
  const notes = notesOf(there);
  const height = here ? notesOf(here).indexOf(noteHere()) : 0;
  goTo(notes[Math.min(Math.max(height, 0), notes.length - 1)] ?? there.querySelector(":scope > .add") ?? there.querySelector("h2"));
}

// What the note offers its person, wherever it stands: in the menu or beside it.
function press(selector) {
  if (noteHere()) fillMenus(noteHere());
  [...(noteHere()?.querySelectorAll(selector) ?? [])].find(isOffered)?.click();
}

// Not what is hidden from this person, or on a closed board; what lies in a closed menu is offered.
function isOffered(control) {
  for (let part = control; part && !part.matches(".note"); part = part.parentElement) {
    if (getComputedStyle(part).display === "none") return false;
  }
  return true;
}

function write() {
  const column = columnHere() ?? columns()[0];
  const add = column?.querySelector(":scope > .add");
  if (add?.checkVisibility()) add.click();
  else column?.querySelector(":scope > .composer[data-open] textarea")?.focus();
}

const acts = {
  sheet: () => document.querySelector("a[data-keys-sheet]")?.click(),
  write,
  search: openSearch,
  outline: () => {
    const view = isOutline() ? "board" : "outline";
    showAs(view);
    keepSetting({ view });
  },
  updates: holdOrShow,
  undo: () => [...document.querySelectorAll("#toasts .toast form button")].at(-1)?.click(),
  next: () => step(1),
  previous: () => step(-1),
  right: () => across(1),
  left: () => across(-1),
  edit: () => press(`a[data-dialog][href="/notes/${noteHere()?.dataset.note}"]`),
  move: () => press('a[data-dialog][href$="/position"]'),
  pick_up: () => press("[data-pick-up]"),
  comments: () => press("[data-act=comments]"),
  vote: () => press("[data-act=vote]"),
  delete: () => press('form[action$="/deletion"] button'),
};

const isField = (place) => Boolean(place.closest?.("input, textarea, select, [contenteditable], iframe"));

// These keys scroll and press; they are ours only on a note itself.
const onlyOnNote = (key) => key === " " || key === "Delete" || key.startsWith("Arrow");

function rests(event) {
  return document.body.dataset.hotkeys !== "on" || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey
    || isField(event.target) || Boolean(document.querySelector("dialog[open], .note.lifted"))
    || (onlyOnNote(event.key) && !event.target.matches?.(".note"))
    || (event.repeat && !["next", "previous", "left", "right"].includes(keys[event.key]));
}

if (board) {
  document.addEventListener("keydown", (event) => {
    const act = acts[keys[event.key]];
    if (!act || rests(event)) return;
    event.preventDefault();
    act();
  });
}
