// Copies from a field. The platform's frame may forbid it: then the text is selected, ready for the keys.

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  const field = button && document.querySelector(button.dataset.copy);
  if (!field) return;
  field.focus();
  field.select();
  let copied = document.execCommand("copy");
  if (!copied) {
    copied = await navigator.clipboard?.writeText(field.value).then(() => true, () => false) ?? false;
  }
  // Both words are the page's: data-copied for done, data-selected for "now press Ctrl+C".
  const told = copied ? button.dataset.copied : button.dataset.selected;
  const place = document.getElementById(button.getAttribute("aria-describedby") ?? "");
  if (place && told) place.textContent = told;
});
