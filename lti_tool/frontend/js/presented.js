// The words of what is presented to everybody are those of the note on the board, as they are now.
function follow() {
  const shown = document.querySelector("[data-presented]");
  if (!shown) return;
  const text = document.getElementById(`note-${shown.dataset.presented}`)?.querySelector(".text");
  if (text) shown.querySelector("[data-words]").textContent = text.textContent.trim();
  shown.hidden = !text;
}

document.addEventListener("parts-applied", follow);
follow();
