// Tells the server where something was put down, and puts it back when the server refuses.
import { notesIn } from "./board.js";
import { settle } from "./place.js";
import { post, showRefusal } from "./send.js";

export function sendPlace(address, values, putBack) {
  post(address, new URLSearchParams(values), {
    refused: (html) => {
      putBack();
      showRefusal(null, html);
    },
  });
}

export function sendNote(note, home) {
  const list = note.parentNode;
  const notes = notesIn(list);
  const before = notes[notes.indexOf(note) - 1];
  const values = { column: list.dataset.column, after: before?.dataset.note ?? "" };
  sendPlace(`/notes/${note.dataset.note}/position`, values, () => putBack(note, home));
}

export function sendColumn(column) {
  const number = (item) => item?.id.replace("column-", "") ?? "";
  const board = column.parentNode;
  const values = { after: number(column.previousElementSibling) };
  sendPlace(`/columns/${number(column)}/position`, values, () => settle(board, column));
}

// Its own data-position still says where it was.
export function putBack(note, home) {
  if (note.isConnected && home.isConnected) settle(home, note);
}
