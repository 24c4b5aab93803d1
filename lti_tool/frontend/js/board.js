// What this page lays over the board that all receive alike: which notes are mine, how many there are.
import { element } from "./elements.js";
import { sortsByVotes } from "./order.js";
import { say } from "./words.js";

const mine = new Set((document.getElementById("columns")?.dataset.mine ?? "").split(" ").filter(Boolean));

export function remember(note) {
  mine.add(note);
}

export const isMine = (note) => mine.has(note);

export const isFacilitator = () => document.body.dataset.role === "facilitator";

// A closed board, and for participants a frozen one and a locked column, takes and gives no notes. By votes, no place can be chosen.
export function isFixed(list) {
  const bar = document.getElementById("bar");
  if (["closed", "archived"].includes(bar?.dataset.state) || sortsByVotes()) return true;
  if (!isFacilitator() && bar?.hasAttribute("data-frozen")) return true;
  const column = list.closest(".column");
  return !isFacilitator() && Boolean(column.matches("[data-locked]") || column.querySelector(":scope > [data-locked]"));
}

export const notesIn = (list) => [...list.children].filter((item) => item.matches(".note[data-note]"));

export const titleOf = (list) => list.closest(".column").querySelector("h2").textContent.trim();

export function placeOf(note) {
  const list = note.parentNode;
  const notes = notesIn(list);
  return { column: titleOf(list), place: notes.indexOf(note) + 1, count: notes.length };
}

function overlay() {
  for (const note of mine) {
    for (const kind of ["note", "member"]) document.getElementById(`${kind}-${note}`)?.setAttribute("data-mine", "");
  }
  countAll();
}

export function countAll() {
  for (const count of document.querySelectorAll("[data-count]")) recount(count);
}

// Notes, not stacks; while they are hidden, all that are there.
function countIn(list, counts = () => true) {
  const hidden = list.closest(".column").querySelector(":scope > .pile[data-notes]");
  return hidden ? Number(hidden.dataset.notes) : notesIn(list).filter(counts).reduce((sum, note) => sum + 1 + note.querySelectorAll("[data-member]").length, 0);
}

// The number is seen, the number with its word is heard.
function recount(count) {
  const list = document.getElementById(count.dataset.count);
  if (!list) return;
  const n = countIn(list);
  const filtered = list.closest("[data-filtered]");
  const shown = filtered ? countIn(list, (note) => !note.hasAttribute("data-out")) : n;
  const number = filtered ? `${shown}/${n}` : String(n);
  if (count.dataset.shows === number && count.hasChildNodes()) return;
  count.dataset.shows = number;
  count.replaceChildren(
    element("span", { "aria-hidden": "true" }, number),
    element("span", { class: "sr" }, (filtered ? say("notesOf", { shown, n }) : say(n === 1 ? "oneNote" : "manyNotes", { n })) || number),
  );
}

document.addEventListener("parts-applied", overlay);
overlay();
