// Putting things in order: the buttons move at once and keep the focus, and things can be dragged.
// Without us the buttons and the numbers are sent with the form, and the server moves.
import { shared, whenNear } from "./dragging.js";
import { announce } from "./words.js";

const partsOf = (list) => [...list.querySelectorAll(":scope > [data-part]")];

// Numbers say where each stands, and the first cannot go earlier nor the last later.
function number(list) {
  const parts = partsOf(list);
  for (const [place, part] of parts.entries()) {
    part.querySelector("select").value = String(place + 1);
    for (const [way, end] of [["earlier", 0], ["later", parts.length - 1]]) {
      const button = part.querySelector(`button[value$=" ${way}"]`);
      if (place === end) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  }
}

function place(list, part, to) {
  const parts = partsOf(list).filter((one) => one !== part);
  const at = Math.max(0, Math.min(to, parts.length));
  const focused = document.activeElement;
  list.insertBefore(part, parts[at] ?? null);
  if (part.contains(focused) || focused === document.body) focused.focus?.({ preventScroll: false });
  told(list, part);
}

function told(list, part) {
  number(list);
  const parts = partsOf(list);
  const words = part.querySelector(".words").textContent.trim();
  announce(`${words}. ${list.dataset.moved.replace("{place}", parts.indexOf(part) + 1).replace("{all}", parts.length)}`);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-ordering] button[value]");
  if (!button) return;
  event.preventDefault();
  if (button.getAttribute("aria-disabled") === "true") return;
  const list = button.closest("[data-ordering]");
  const part = button.closest("[data-part]");
  place(list, part, partsOf(list).indexOf(part) + (button.value.endsWith(" later") ? 1 : -1));
  button.focus();
});

document.addEventListener("change", (event) => {
  const select = event.target.closest?.("[data-ordering] select");
  if (!select) return;
  place(select.closest("[data-ordering]"), select.closest("[data-part]"), Number(select.value) - 1);
  select.focus();
});

function drag(list) {
  if (!globalThis.Sortable || Sortable.get(list)) return;
  list.dataset.drags = "";
  Sortable.create(list, {
    ...shared,
    draggable: "[data-part]",
    filter: "button, select",
    onEnd: ({ item, oldIndex, newIndex }) => { if (oldIndex !== newIndex) told(list, item); },
  });
}

const lists = document.querySelectorAll("[data-ordering]");
if (lists.length) whenNear(lists, lists[0].dataset.ordering, () => lists.forEach(drag));
