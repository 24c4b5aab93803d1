// Keeps a board that is sorted by votes in that order, without moving anything under somebody's pointer or focus.
import { sortsByVotes, standsAfter } from "./order.js";
import { moveTo } from "./place.js";
import { notesIn } from "./board.js";

const board = document.getElementById("columns");

const isAttended = (list) => list.matches(":hover, :focus-within") && list.querySelector(".note:is(:hover, :focus-within)");

function sort(list) {
  if (isAttended(list)) return;
  const wanted = notesIn(list).sort((one, other) => (standsAfter(one, other) ? 1 : -1));
  for (const [place, note] of wanted.entries()) {
    const there = notesIn(list)[place];
    if (there !== note) moveTo(list, note, there ?? null);
  }
}

function sortAll() {
  if (!board) return;
  for (const list of board.querySelectorAll(".notes")) sort(list);
}

// The links work without us; with us nothing is loaded anew and nothing half-typed is lost.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-order] a");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const byVotes = new URL(link.href).searchParams.get("sort") === "votes";
  const address = new URL(location.href);
  if (byVotes) {
    board.dataset.sort = "votes";
    address.searchParams.set("sort", "votes");
  } else {
    delete board.dataset.sort;
    address.searchParams.delete("sort");
  }
  history.replaceState(null, "", address);
  mark();
  sortAll();
});

// The links come with a part that is the same for all: which one is chosen here is laid over.
function mark() {
  for (const link of document.querySelectorAll("[data-order] a")) {
    const isChosen = (new URL(link.href).searchParams.get("sort") === "votes") === sortsByVotes();
    if (isChosen) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

document.addEventListener("parts-applied", () => {
  if (!document.querySelector("[data-order]") && sortsByVotes()) {
    delete board.dataset.sort;
    sortAll();
  }
  mark();
  if (sortsByVotes()) sortAll();
});
for (const leaving of ["focusout", "pointerout"]) {
  document.addEventListener(leaving, () => { if (sortsByVotes()) setTimeout(sortAll); });
}
