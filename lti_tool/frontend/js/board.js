// What this page lays over the board that all receive alike: which notes are mine, how many there are.

const mine = new Set((document.getElementById("columns")?.dataset.mine ?? "").split(" ").filter(Boolean));

export function remember(note) {
  mine.add(note);
}

export const isFacilitator = () => document.body.dataset.role === "facilitator";

// A closed board, and for participants a locked column, takes and gives no notes.
export function isFixed(list) {
  if (document.getElementById("columns")?.hasAttribute("data-closed")) return true;
  return !isFacilitator() && list.closest(".column").hasAttribute("data-locked");
}

export const notesIn = (list) => [...list.children].filter((item) => item.matches(".note[data-note]"));

export const titleOf = (list) => list.closest(".column").querySelector("h2").textContent.trim();

export function placeOf(note) {
  const list = note.parentNode;
  const notes = notesIn(list);
  return { column: titleOf(list), place: notes.indexOf(note) + 1, count: notes.length };
}

function overlay() {
  for (const note of mine) document.getElementById(`note-${note}`)?.setAttribute("data-mine", "");
  for (const count of document.querySelectorAll("[data-count]")) recount(count);
}

// <span data-count="column-2-notes" data-one=" note" data-many=" notes">8<span class="sr"> notes</span></span>
function recount(count) {
  const list = document.getElementById(count.dataset.count);
  if (!list) return;
  const number = notesIn(list).length;
  if (count.firstChild?.nodeType !== Node.TEXT_NODE) count.prepend("");
  if (count.firstChild?.nodeValue.trim() === String(number)) return;
  count.firstChild.nodeValue = number;
  const word = count.querySelector(".sr");
  const form = number === 1 ? count.dataset.one : count.dataset.many;
  if (word && form !== undefined) word.textContent = form;
}

document.addEventListener("parts-applied", overlay);
overlay();
