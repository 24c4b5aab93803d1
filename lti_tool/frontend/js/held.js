// Holding updates: what others change in the columns is not shown until somebody asks. Only what it is about is kept;
// asking reads the board anew, so nothing grows while it waits and nothing is missed.
import { changesIn, hear } from "./news.js";

const hold = document.querySelector("[data-hold]");
const waiting = { notes: new Set(), other: false };

export const isHolding = () => hold?.getAttribute("aria-pressed") === "true";

// How many new notes wait, and whether anything does.
export function waits() {
  for (const id of waiting.notes) if (document.getElementById(id)) waiting.notes.delete(id);
  return { notes: waiting.notes.size, any: waiting.other || waiting.notes.size > 0 };
}

export function nothingWaits() {
  waiting.notes.clear();
  waiting.other = false;
}

// Something was missed, and nobody knows what.
export function missed() {
  waiting.other = true;
  document.dispatchEvent(new Event("held"));
}

// Answers what of these parts is shown now.
export function setAside(html) {
  const changes = changesIn(html);
  hear(changes);
  if (!isHolding()) return html;
  for (const { kind, id, what } of changes) {
    if (what === "note" && kind === "new") waiting.notes.add(id);
    else waiting.other = true;
  }
  // New, and already gone again.
  for (const [, id] of html.matchAll(/hx-target="#(note-\d+)" hx-swap="delete"/g)) waiting.notes.delete(id);
  document.dispatchEvent(new Event("held"));
  return html.split(/(?<=<\/hx-partial>)/).filter((part) => !belongsToColumns(part)).join("");
}

function belongsToColumns(part) {
  const target = /hx-target="#([\w-]+)"/.exec(part)?.[1] ?? "";
  return /^(columns$|column-|note-)/.test(target) || Boolean(document.getElementById(target)?.closest("#columns"));
}
