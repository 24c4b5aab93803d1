// The picker: how many are chosen, finding among many, and sending only once. Without us it is an ordinary form.
import { fold } from "./fold.js";
import { announce } from "./words.js";

const PAUSE = 700;
const form = document.getElementById("pick");
let told;

function count() {
  const number = form.querySelectorAll('[name="choose"]:checked').length;
  const { none, one, many } = form.querySelector("[data-chosen]").dataset;
  form.querySelector("[data-chosen]").textContent = number > 1 ? many.replace("{n}", number) : number ? one : none;
  const badge = form.querySelector("[data-count]");
  badge.hidden = number === 0;
  badge.textContent = number;
}

// What is chosen stays in sight, whatever is looked for.
function find(field) {
  const words = fold(field.value).split(" ").filter(Boolean);
  const side = document.querySelector(field.dataset.find);
  const lines = [...side.querySelectorAll(".pickable")];
  for (const line of lines) {
    const title = fold(line.querySelector("strong").textContent);
    line.hidden = !line.querySelector('[name="choose"]').checked && !words.every((word) => title.includes(word));
  }
  const shown = lines.filter((line) => !line.hidden).length;
  side.querySelector("[data-nothing]").hidden = shown > 0;
  clearTimeout(told);
  told = setTimeout(() => announce(field.dataset.found.replace("{shown}", shown).replace("{all}", lines.length)), PAUSE);
}

if (form) {
  form.addEventListener("change", count);
  form.addEventListener("input", ({ target }) => {
    if (target.matches("[data-find]")) find(target);
  });
  // Enter looks for something there; it does not send the choice.
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches("[data-find]")) event.preventDefault();
  });
  window.addEventListener("pageshow", () => {
    delete form.dataset.sent;
    count();
  });
  count();
}

document.addEventListener("submit", (event) => {
  const sent = event.target;
  if (!sent.matches("[data-once]")) return;
  if (sent.dataset.sent) event.preventDefault();
  sent.dataset.sent = "yes";
});
