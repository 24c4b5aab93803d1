// Prints the page: inside the platform's frame the browser's own menu would print everything around it, too.

document.addEventListener("click", (event) => {
  if (event.target.closest?.("[data-print]")) window.print();
});
