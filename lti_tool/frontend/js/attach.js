// The form for adding a picture or file: says at once when a file is too large, asks for words only of pictures,
// takes what is pasted or dropped, and tells that it is being sent.
import { clearRefusal, refusal, showRefusal } from "./send.js";
import { announce, say } from "./words.js";

const formAt = (place) => place?.closest?.("form[data-upload]");
const inDialog = () => document.querySelector("form[data-upload]");
const isPicture = (file) => /\.(jpe?g|jpe|jfif|png|webp)$/i.test(file.name);

function chosen(field) {
  const form = formAt(field);
  const [file] = field.files;
  const words = form.querySelector("[data-for-pictures]");
  words.hidden = !file || !isPicture(file);
  clearRefusal(form);
  if (!file || file.size <= Number(form.dataset.most)) return;
  field.value = "";
  words.hidden = true;
  showRefusal(form, refusal(form.dataset.tooLarge));
}

function take(form, files) {
  const [file] = files;
  if (!file) return false;
  const one = new DataTransfer();
  one.items.add(file);
  const field = form.elements.namedItem("file");
  field.files = one.files;
  chosen(field);
  return true;
}

// What is ticked as decorative needs no words; they are kept, in case it was not meant.
function decided(form) {
  const box = form?.elements.namedItem("decorative");
  const text = form?.elements.namedItem("alternative");
  if (box && text) text.disabled = box.checked;
}

function prepare() {
  for (const field of document.querySelectorAll("form[data-upload] input[type=file]")) chosen(field);
  for (const box of document.querySelectorAll("input[name=decorative]")) decided(box.form);
}

document.addEventListener("change", (event) => {
  if (event.target.matches("form[data-upload] input[type=file]")) chosen(event.target);
  if (event.target.name === "decorative") decided(event.target.form);
});
document.addEventListener("paste", (event) => {
  const form = inDialog();
  if (form && event.clipboardData?.files.length && take(form, event.clipboardData.files)) event.preventDefault();
});
document.addEventListener("dragover", (event) => {
  const form = inDialog();
  if (!form || !event.dataTransfer?.types.includes("Files")) return;
  event.preventDefault();
  form.setAttribute("data-over", "");
});
document.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) inDialog()?.removeAttribute("data-over");
});
document.addEventListener("drop", (event) => {
  const form = inDialog();
  if (!form || !event.dataTransfer?.files.length) return;
  event.preventDefault();
  form.removeAttribute("data-over");
  take(form, event.dataTransfer.files);
});
document.addEventListener("submit", (event) => {
  if (formAt(event.target)) announce(say("sending"));
});
document.addEventListener("fields-shown", prepare);
prepare();
