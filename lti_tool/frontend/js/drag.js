// Dragging notes between columns and, for facilitators, columns along the board.
// The same can be done with the keys and with the Move dialog. What does the dragging comes when a pointer first comes over the board:
// it is a quarter of all our script, and whoever reads, writes or uses keys never needs it.
import { isFacilitator, isFixed, titleOf } from "./board.js";
import { showBanner } from "./banners.js";
import { element } from "./elements.js";
import { putBack, sendColumn, sendNote } from "./move.js";
import { hold, letGo } from "./parts.js";
import { say } from "./words.js";

const REST = 1_000;  // milliseconds
const board = document.querySelector("#columns[data-drag]");
const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.view === "calm";
const shared = {
  animation: still ? 0 : 120,
  // A finger that moves at once wants to scroll.
  delay: 250,
  delayOnTouchOnly: true,
  touchStartThreshold: 6,
  preventOnFilter: false,
};

const acts = "a, button, summary, .sheet, form, input, textarea, select, label";

function keepsStill(event, note, list) {
  const selection = getSelection();
  const reading = !selection.isCollapsed && note?.contains(selection.anchorNode);
  return isFixed(list) || reading || Boolean(event.target.closest(acts));
}

// Over a column that takes no notes, the note still lies where it last could: that is not what was meant.
function refusingColumn(event, to) {
  const { clientX, clientY } = event.changedTouches?.[0] ?? event;
  const list = document.elementFromPoint(clientX, clientY)?.closest(".column")?.querySelector(":scope > .notes");
  return list && list !== to && isFixed(list) ? list : null;
}

function dragNotes(list) {
  Sortable.create(list, {
    ...shared,
    group: { name: "notes", put: (to) => !isFixed(to.el) },
    draggable: ".note[data-note]",
    filter: (event, note) => keepsStill(event, note, list),
    onStart: hold,
    onEnd: ({ item, from, to, oldIndex, newIndex, originalEvent }) => {
      letGo();
      const refusing = refusingColumn(originalEvent, to);
      if (refusing) {
        putBack(item, from);
        showBanner("refused", { kind: "bad", text: say("lockedColumn", { column: titleOf(refusing) }), closable: true });
      } else if (from !== to || oldIndex !== newIndex) sendNote(item, from);
    },
  });
}

function dragColumns(board) {
  Sortable.create(board, {
    ...shared,
    draggable: ".column",
    handle: "[data-column-handle]",
    onStart: hold,
    onEnd: ({ item, oldIndex, newIndex }) => {
      letGo();
      if (oldIndex !== newIndex) sendColumn(item);
    },
  });
}

function attach() {
  if (!board || !globalThis.Sortable) return;
  for (const list of board.querySelectorAll(".notes")) if (!Sortable.get(list)) dragNotes(list);
  if (isFacilitator() && !Sortable.get(board)) dragColumns(board);
}

function load() {
  const script = element("script", { src: board.dataset.drag });
  script.addEventListener("load", attach);
  script.addEventListener("error", wait);  // no connection just now
  document.head.append(script);
}

// A mouse comes over the board before it presses. A finger presses at once, so for fingers it comes when the page is at rest.
function wait() {
  board.addEventListener("pointerover", load, { once: true });
}

if (board) {
  document.addEventListener("parts-applied", attach);
  wait();
  if (matchMedia("(pointer: coarse)").matches) addEventListener("load", () => setTimeout(() => board.dispatchEvent(new Event("pointerover")), REST));
}
