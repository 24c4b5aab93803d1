// One swap style of ours, "place": an element goes where its data-position says. What is already
// on the page is morphed and moved, so that focus, open menus and half-typed text stay as they are.
import htmx from "htmx.org";
import { element } from "./elements.js";
import { sortsByVotes, standsAfter } from "./order.js";

let internals;
let gentle = false;
const later = new Map();      // notes that somebody is with, and where they go when they are left

htmx.registerExtension("place", {
  init: (given) => { internals = given; },
  handle_swap(style, list, fragment, { morph }) {
    if (style !== "place") return false;
    return [...fragment.children].map((fresh) => place(list, fresh, morph !== false));
  },
});

// A note that lies on another one's stack stands nowhere else. It may have stood alone while the others were hidden.
function takeIn(note) {
  for (const { dataset } of note.querySelectorAll("[data-member]")) document.getElementById(`note-${dataset.member}`)?.remove();
}

export function place(list, fresh, morphing = true) {
  takeIn(fresh);
  const shown = document.getElementById(fresh.id);
  const focused = document.activeElement;
  const position = shown?.dataset.position;
  if (!shown) {
    settle(list, fresh);
    return fresh;
  }
  if (morphing) morph(shown, fresh);
  else refreshColumn(shown, fresh);
  // A note lifted with the keys stays where its person holds it.
  // By votes, a note that stands in its column waits for its turn: js/sorting.js
  if (!shown.classList.contains("lifted") && !(sortsByVotes() && shown.parentNode === list)) {
    if (gentle && isAttended(shown) && moves(list, shown)) postpone(list, shown, position);
    else settle(list, shown);
  }
  if (shown.contains(focused) && document.activeElement !== focused) focused.focus({ preventScroll: true });
  return shown;
}

// While the task runs, no note moves that has the focus or lies under the pointer: what others do can wait.
export async function gently(task) {
  gentle = true;
  try {
    await task();
  } finally {
    gentle = false;
  }
}

const isAttended = (item) => item.matches(".note") && (item.contains(document.activeElement) || item.matches(":hover"));

// Until it goes, it keeps the position where it stands, so that others find theirs beside it.
function postpone(list, note, position) {
  later.set(note, { list, position: note.dataset.position });
  note.dataset.position = position;
}

function settleLeft() {
  let moved = false;
  for (const [note, { list, position }] of [...later]) {
    if (note.isConnected && (isAttended(note) || note.classList.contains("lifted"))) continue;
    later.delete(note);
    if (!note.isConnected || !list.isConnected) continue;
    note.dataset.position = position;
    settle(list, note);
    moved = true;
  }
  if (moved) document.dispatchEvent(new Event("parts-applied"));
}

for (const leaving of ["focusout", "pointerout"]) {
  document.addEventListener(leaving, () => { if (later.size) setTimeout(settleLeft); });
}

export function morph(shown, fresh) {
  const lifted = shown.classList.contains("lifted");
  const holder = document.createDocumentFragment();
  holder.append(fresh);
  internals.morph(shown, holder, false);
  if (lifted) shown.classList.add("lifted");
}

export function settle(list, item) {
  later.delete(item);
  if (moves(list, item)) moveTo(list, item, nextIn(list, item));
}

const nextIn = (list, item) => [...list.children].find((other) => other !== item && standsAfter(other, item)) ?? null;

// The others stand in order: its two neighbours tell whether it does.
function moves(list, item) {
  const { previousElementSibling: before, nextElementSibling: after } = item;
  return item.parentNode !== list || Boolean(before && standsAfter(before, item)) || Boolean(after && standsAfter(item, after));
}

export function moveTo(list, item, next) {
  // moveBefore keeps focus, selection and scrolling; older browsers get the next best thing.
  if (item.isConnected && list.moveBefore) list.moveBefore(item, next);
  else list.insertBefore(item, next);
}

// A column is never morphed as a whole: its notes come one by one and its composer belongs to the person.
export function refreshColumn(shown, fresh) {
  for (const name of ["class", "data-position", "data-locked"]) {
    if (fresh.hasAttribute(name)) shown.setAttribute(name, fresh.getAttribute(name));
    else shown.removeAttribute(name);
  }
  const notes = shown.querySelector(":scope > .notes");
  // Who sees the name is said beside the button that sends: it must be true also while somebody writes.
  const said = fresh.querySelector(":scope > .composer > .anon");
  shown.querySelector(":scope > .composer > .anon")?.replaceChildren(...(said?.childNodes ?? []));
  for (const selector of [":scope > .composer", ":scope > .add"]) {
    const here = shown.querySelector(selector);
    const there = fresh.querySelector(selector);
    if (there && !here) shown.insertBefore(there, notes);
    else if (there && here.matches(".add")) morph(here, there);
    else if (here && !there && !hasText(shown)) here.remove();
  }
}

const hasText = (column) => Boolean(column.querySelector(".composer textarea")?.value.trim());

// When what is removed holds the focus, the nearest thing that stays receives it.
export function heirOf(removed) {
  if (!removed.contains(document.activeElement)) return null;
  const note = document.activeElement.closest(".note");
  const beside = (from, step) => {
    let other = from[step];
    while (other && !other.matches(".note[data-note]")) other = other[step];
    return other;
  };
  if (note && removed === note) {
    return beside(note, "nextElementSibling") ?? beside(note, "previousElementSibling")
      ?? note.closest(".column")?.querySelector(".add, .composer[data-open] textarea");
  }
  return document.getElementById("main");
}

const reachable = () => [...document.querySelectorAll("a[href], button, input, select, summary, textarea")];
export const isSeen = (place) => place.isConnected && place.checkVisibility?.() !== false;

// A button may be gone when it has done its work. Ask before; the answer says who takes over: what stands behind the last of those before it that are still there.
export function successorOf(place) {
  const before = reachable();
  before.length = Math.max(0, before.indexOf(place));
  return () => {
    const now = reachable().filter(isSeen);
    return now[now.indexOf(before.filter(isSeen).at(-1)) + 1];
  };
}

export function giveFocus(heir) {
  if (!heir?.isConnected) return;
  if (heir.tabIndex < 0 && !heir.hasAttribute("tabindex")) heir.setAttribute("tabindex", "-1");
  heir.focus({ preventScroll: true });
}

// Text half-typed in a column that goes away is kept in sight.
export function textIn(removed) {
  const kept = [...removed.querySelectorAll(".composer textarea")].map((field) => field.value.trim()).filter(Boolean);
  return kept.length ? element("textarea", { readonly: "", class: "kept" }, kept.join("\n\n")) : null;
}
