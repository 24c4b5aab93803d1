// Counts characters beside fields with a limit, from the start. Nothing is cut; too much is refused in words.
import { announce, say } from "./words.js";

// People count a character once, as the server does, however many units it takes here.
const lengthOf = (field) => [...field.dataset.plain ?? field.value].length;

export const isTooLong = (field) => lengthOf(field) > Number(field.dataset.limit ?? Infinity);

function count(field) {
  const output = field.closest(".field, .composer")?.querySelector("output");
  const over = isTooLong(field);
  if (over && !field.hasAttribute("aria-invalid")) {
    announce(say("tooLong", { over: lengthOf(field) - field.dataset.limit }));
  }
  if (over) field.setAttribute("aria-invalid", "true");
  else if (!("refused" in field.dataset)) field.removeAttribute("aria-invalid");
  if (!output) return;
  // An output is read aloud at each change unless told otherwise.
  output.setAttribute("aria-live", "off");
  output.textContent = `${lengthOf(field)}/${field.dataset.limit}`;
  output.classList.toggle("over", over);
}

function countAll() {
  for (const field of document.querySelectorAll("[data-limit]")) count(field);
}

document.addEventListener("input", (event) => {
  if (!event.target.dataset?.limit) return;
  delete event.target.dataset.refused;  // what the server said of it was about the text before
  count(event.target);
});
document.addEventListener("fields-shown", countAll);
document.addEventListener("parts-applied", countAll);
countAll();
