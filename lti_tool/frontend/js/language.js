// One small button goes through the languages a note can be written in; the list behind it holds the choice.
import { element } from "./elements.js";
import { say } from "./words.js";

const choiceOf = (button) => button.form?.elements.namedItem("language");
const nameOf = (choice) => choice.selectedOptions?.[0]?.textContent.trim() || choice.value.toUpperCase();

function show(button) {
  const choice = choiceOf(button);
  if (!choice) return;
  button.textContent = choice.value.toUpperCase();
  button.setAttribute("aria-label", say(button.form.hasAttribute("data-comment") ? "commentLanguage" : "language", { language: nameOf(choice) }));
  const text = button.form.querySelector("textarea");
  if (text) text.lang = choice.value;
}

function showAll() {
  for (const choice of document.querySelectorAll("select[data-language]")) {
    if (choice.previousElementSibling?.matches("[data-language-switch]")) continue;
    choice.before(element("button", { type: "button", class: "chip", "data-language-switch": "" }));
  }
  for (const button of document.querySelectorAll("[data-language-switch]")) show(button);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("[data-language-switch]");
  const choice = button && choiceOf(button);
  if (!choice) return;
  const languages = [...choice.options].map(({ value }) => value);
  choice.value = languages[(languages.indexOf(choice.value) + 1) % languages.length];
  show(button);
});
document.addEventListener("fields-shown", showAll);
document.addEventListener("parts-applied", showAll);
showAll();
