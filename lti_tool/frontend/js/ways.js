// Board or outline: the same page, laid out differently. What is being typed, held or looked for stays.
import { setQuery } from "./address.js";
import { keepSetting } from "./settings.js";
import { announce, say } from "./words.js";

const board = document.getElementById("columns");

export const isOutline = () => Boolean(board?.classList.contains("outline"));

export function showAs(view) {
  if (!board || board.classList.contains(view)) return;
  const stay = document.activeElement?.closest(".note, .column") ?? firstInSight();
  board.classList.replace(view === "outline" ? "board" : "outline", view);
  for (const tab of document.querySelectorAll("a[data-way]")) {
    if (tab.dataset.way === view) tab.setAttribute("aria-current", "page");
    else tab.removeAttribute("aria-current");
  }
  for (const choice of document.querySelectorAll('input[name="view"][type="radio"]')) choice.checked = choice.value === view;
  document.dispatchEvent(new Event("shown-otherwise"));
  setQuery({ view });
  stay?.scrollIntoView({ block: "nearest", inline: "nearest" });
  announce(say(view === "outline" ? "asOutline" : "asBoard"));
}

// Where somebody has not scrolled yet, the top stays the top.
function firstInSight() {
  const scrolled = [board, document.getElementById("main"), document.scrollingElement].some((place) => place.scrollTop > 0);
  return scrolled ? [...board.querySelectorAll(".note")].find((note) => note.getBoundingClientRect().bottom > 80) : null;
}

document.addEventListener("click", (event) => {
  const tab = event.target.closest?.("a[data-way]");
  if (!tab || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  showAs(tab.dataset.way);
  keepSetting({ view: tab.dataset.way });
});
