// What several fields of a form may hold together: the characters of its [data-adds] fields, told once in its output[data-together].
import { announce, say } from "../words.js";

const lengthOf = (field) => [...field.dataset.plain ?? field.value].length;

export function countTogether(form) {
  const output = form.querySelector("output[data-together]");
  if (!output) return;
  output.setAttribute("aria-live", "off");
  const count = () => {
    const length = [...form.querySelectorAll("[data-adds]")].reduce((sum, field) => sum + lengthOf(field), 0);
    const over = length - output.dataset.together;
    output.textContent = `${length}/${output.dataset.together}`;
    if (over > 0 && !output.classList.contains("over")) announce(say("tooLong", { over }));
    output.classList.toggle("over", over > 0);
  };
  form.addEventListener("input", count);
  count();
}
