// "Somebody is writing here": told to the others while somebody types in a composer, and shown for some seconds at the column's end.
import { element } from "./elements.js";
import { ask } from "./requests.js";
import { say } from "./words.js";

const QUIET = 4_000;
const last = new Map();
const ends = new Map();

document.addEventListener("input", (event) => {
  const form = event.target.closest?.("form[data-writing]");
  if (!form || event.target.name !== "text" || !event.target.value.trim()) return;
  if (Date.now() - (last.get(form.id) ?? 0) < QUIET) return;
  last.set(form.id, Date.now());
  ask(form.dataset.writing, { method: "POST" }).catch(() => {});
});

// data is "12 6": the column, and for how many seconds it holds.
document.addEventListener("told-writing", (event) => {
  const [number, seconds] = event.detail.split(" ").map(Number);
  const column = document.getElementById(`column-${number}`);
  if (!column) return;
  if (!column.querySelector(":scope > .typing")) {
    const dots = element("span", { "aria-hidden": "true" }, element("i"), element("i"), element("i"));
    column.append(element("p", { class: "typing" }, dots, say("writing")));
  }
  clearTimeout(ends.get(number));
  ends.set(number, setTimeout(() => column.querySelector(":scope > .typing")?.remove(), seconds * 1_000));
});
