// The chips that lead to columns follow the columns: their order, titles and number.

const nav = document.querySelector(".jump");
const board = document.getElementById("columns");

function follow() {
  const columns = [...board.querySelectorAll(":scope > .column")];
  const signature = columns.map((column) => `${column.id} ${column.querySelector("h2").innerHTML}`).join("|");
  if (nav.dataset.says === signature) return;
  nav.dataset.says = signature;
  nav.hidden = columns.length < 2;
  nav.replaceChildren(...columns.map((column) => {
    const chip = document.createElement("a");
    const count = document.createElement("span");
    chip.className = "chip";
    chip.href = `#${column.id}`;
    count.className = "num";
    count.dataset.count = `${column.id}-notes`;
    chip.append(...[...column.querySelector("h2").childNodes].map((node) => node.cloneNode(true)), " ", count);
    return chip;
  }));
}

// Whoever follows a link to a place in the page is there, not only the picture.
document.addEventListener("click", (event) => {
  const place = document.getElementById(event.target.closest?.('a[href^="#"]')?.hash.slice(1));
  if (place && place.tabIndex < 0) place.tabIndex = -1;
});

if (nav && board) {
  document.addEventListener("parts-applied", follow);
  follow();
}
