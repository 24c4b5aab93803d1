// Dragging the steps of a writing table, within their unit and into others, and its units. The same can be done with the menu of each, and with its dialog.
import { shared, whenNear } from "./dragging.js";
import { putBack, sendPlace } from "./move.js";
import { hold, letGo } from "./parts.js";

const table = document.querySelector("[data-arranging]");
const acts = "button, summary, .sheet, form, input, textarea, select, label";

// With a mouse by any place of it; with a finger by its grip, because a finger that rests on a link asks for the browser's menu.
function keepsStill(event) {
  const byFinger = event.pointerType === "touch" || Boolean(event.touches);
  return byFinger ? !event.target.closest("[data-grip]") : Boolean(event.target.closest(acts));
}

function dragSteps(list) {
  Sortable.create(list, {
    ...shared,
    group: "steps",
    draggable: "[data-step]",
    filter: keepsStill,
    onStart: hold,
    onEnd: ({ item, from, to, oldIndex, newIndex }) => {
      letGo();
      if (from === to && oldIndex === newIndex) return;
      const values = { unit: to.dataset.unit, after: item.previousElementSibling?.dataset.step ?? "" };
      sendPlace(`/steps/${item.dataset.step}/position`, values, () => putBack(item, from));
    },
  });
}

// Units are taller than the frame: while one is dragged only their heads are there. What is dragged stays under the pointer.
function fold(unit, isFolded) {
  const before = unit.getBoundingClientRect().top;
  table.toggleAttribute("data-folded", isFolded);
  scrollBy({ top: unit.getBoundingClientRect().top - before, behavior: "instant" });
}

function dragUnits() {
  Sortable.create(table, {
    ...shared,
    draggable: "[data-position].unit",
    handle: ".section-head [data-grip]",
    onStart: ({ item }) => {
      hold();
      fold(item, true);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      letGo();
      fold(item, false);
      if (oldIndex === newIndex) return;
      sendPlace(`/units/${item.dataset.unit}/position`, { after: item.previousElementSibling?.dataset.unit ?? "" }, () => putBack(item, table));
    },
  });
}

function attach() {
  if (!globalThis.Sortable) return;
  table.dataset.drags = "";
  for (const list of table.querySelectorAll(".steps-of-unit")) if (!Sortable.get(list)) dragSteps(list);
  if (!Sortable.get(table)) dragUnits();
}

if (table) {
  // What has been moved takes its menu along, which has the focus then.
  table.addEventListener("focusin", ({ target }) => { if (target.matches(".menu > summary")) target.scrollIntoView({ block: "nearest" }); });
  document.addEventListener("parts-applied", attach);
  whenNear([table], table.dataset.arranging, attach);
}
