// Opens the tool in a dialog over the page; its answer leads the whole window back to the course.
const dialog = document.getElementById("selecting");
const frame = document.getElementById("selecting-frame");
const select = document.getElementById("select");

select?.addEventListener("click", (event) => {
  event.preventDefault();
  frame.src = select.href;
  dialog.showModal();
});

document.getElementById("selecting-close").addEventListener("click", () => dialog.close());
// What was begun is not kept: the question behind it is asked anew the next time.
dialog.addEventListener("close", () => frame.removeAttribute("src"));
