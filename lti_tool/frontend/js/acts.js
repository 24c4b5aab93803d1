// What can be done with a note stands once in the page (template#note-acts); a note's menu gets it when it is first needed,
// and keeps it (morphing leaves it alone). In the outline, where nothing hides behind a menu, all notes have it.
import { isOutline } from "./ways.js";

const NUMBER = /\/(notes?)\/0(?!\d)/g;  // stands for the note's own in the template
const pattern = document.getElementById("note-acts")?.innerHTML;
const sheetsIn = (place) => place.querySelectorAll(".note[data-note] .under > .menu > .sheet:not(:has([data-pick-up]))");

export function fillMenus(place) {
  if (!pattern) return;
  for (const sheet of sheetsIn(place)) {
    sheet.innerHTML = pattern.replaceAll(NUMBER, `/$1/${sheet.closest(".note").dataset.note}`);
  }
}

function fillOutline() {
  if (isOutline()) fillMenus(document.getElementById("columns"));
}

// A press of a key on the button is a click too, and comes before the menu opens.
document.addEventListener("click", (event) => {
  const menu = event.target.closest?.(".note .menu");
  if (menu) fillMenus(menu.closest(".note"));
}, true);
for (const moment of ["parts-applied", "shown-otherwise"]) document.addEventListener(moment, fillOutline);
fillOutline();
