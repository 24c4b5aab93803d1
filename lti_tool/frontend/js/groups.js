// One's own group's part of the board comes first: the others' are folded away until one asks for them, or the plenary shows all.
let all = false;

function fold() {
  const mine = document.getElementById("my-group");
  const apart = mine?.hasAttribute("data-apart") && !all;
  for (const column of document.querySelectorAll(".column[data-group]")) {
    column.hidden = Boolean(apart) && column.dataset.group !== mine.dataset.group;
    const chip = document.querySelector(`.jump [href="#${column.id}"]`);
    if (chip) chip.hidden = column.hidden;
  }
  mine?.querySelector("[data-all-groups]")?.setAttribute("aria-pressed", String(all));
  const late = mine?.querySelector("form[data-take-place]:not([data-taken])");
  if (late && !document.body.hasAttribute("data-looks-on")) {
    late.dataset.taken = "";
    late.requestSubmit();
  }
}

document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-all-groups]")) return;
  all = !all;
  fold();
});
document.addEventListener("parts-applied", fold);
fold();
