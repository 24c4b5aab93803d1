// Applies what the server sends, from the stream and from answers alike, one thing after another.
import htmx from "htmx.org";
import { showBanner } from "./banners.js";
import { setAside } from "./held.js";
import { ownParts } from "./news.js";
import { gently, giveFocus, heirOf, successorOf, textIn } from "./place.js";
import { say } from "./words.js";

let turn = Promise.resolve();
let held = null;
let release = null;

// While something is being dragged nothing may change under it.
export function hold() {
  held ??= new Promise((resolve) => { release = resolve; });
}

export function letGo() {
  release?.();
  held = release = null;
}

export function inTurn(task) {
  turn = turn.then(() => held).then(task).catch((error) => console.error(error));
  return turn;
}

// The answer to an act of this page.
export function apply(html) {
  ownParts(html);
  return inTurn(() => swapAll(html));
}

// What others have done: it waits while updates are held, and moves nothing under anybody's eyes.
export function receive(html) {
  return inTurn(() => {
    const now = setAside(html);
    return now.trim() ? gently(() => swapAll(now)) : undefined;
  });
}

// One part at a time: htmx looks up all targets before it swaps, and a note may come
// together with the new column it belongs to.
async function swapAll(html) {
  const successor = document.activeElement.closest("#bar, #controls, #marks, #my-group") && successorOf(document.activeElement);
  for (const part of html.split(/(?<=<\/hx-partial>)/)) {
    if (!part.trim() || isElsewhere(part)) continue;
    await htmx.swap({ text: part, sourceElement: document.body, target: document.body, swap: "none" });
  }
  if (successor && document.activeElement === document.body) giveFocus(successor());
  document.dispatchEvent(new Event("parts-applied"));
}

// For something that this page does not show just now (the comments of a note).
function isElsewhere(part) {
  const target = /<hx-partial hx-target="#([\w-]+)"/.exec(part);
  return Boolean(target) && !document.getElementById(target[1]);
}

htmx.registerExtension("farewell", {
  htmx_before_swap(_, { tasks }) {
    for (const { target, swapSpec } of tasks) {
      if (swapSpec.style === "delete" && target?.isConnected) farewell(target);
    }
  },
});

// Called before something is removed that somebody else deleted or moved out of sight.
export function farewell(removed) {
  const heir = heirOf(removed);
  const text = textIn(removed);
  if (heir) queueMicrotask(() => setTimeout(() => giveFocus(heir)));
  if (text) {
    showBanner(`kept-${removed.id}`, { kind: "info", strong: say("columnGone"), text: say("textKept"), below: text, closable: true });
  }
}
