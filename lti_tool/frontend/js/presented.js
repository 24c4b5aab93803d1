// What is presented to everybody is told politely; its words are those of the note on the board, as they are now.
import { announce } from "./words.js";

let note = "";
let call = "";

function follow(news) {
  const shown = document.querySelector("[data-presented]");
  const called = document.querySelector("[data-call]");
  if (shown) {
    const text = document.getElementById(`note-${shown.dataset.presented}`)?.querySelector(".text");
    if (text) shown.querySelector("[data-words]").textContent = text.textContent.trim();
    shown.hidden = !text;
  }
  if (news && shown && shown.dataset.presented !== note) announce(shown.querySelector("p").textContent);
  if (news && called && called.dataset.call !== call) announce(called.querySelector("p").textContent);
  note = shown?.dataset.presented ?? "";
  call = called?.dataset.call ?? "";
}

document.addEventListener("parts-applied", () => follow(true));
follow(false);
