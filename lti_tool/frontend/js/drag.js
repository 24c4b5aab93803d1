// Dragging notes between columns and, for facilitators, columns along the board.
// The same can be done with the keys and with the Move dialog.
import { isFacilitator, isFixed, titleOf } from "./board.js";
import { showBanner } from "./banners.js";
import { shared, whenNear } from "./dragging.js";
import { putBack, sendColumn, sendNote } from "./move.js";
import { hold, letGo } from "./parts.js";
import { say } from "./words.js";

const board = document.querySelector("#columns[data-drag]");

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
  if (!globalThis.Sortable) return;
  for (const list of board.querySelectorAll(".notes")) if (!Sortable.get(list)) dragNotes(list);
  if (isFacilitator() && !Sortable.get(board)) dragColumns(board);
}

if (board) {
  document.addEventListener("parts-applied", attach);
  whenNear([board], board.dataset.drag, attach);
}
