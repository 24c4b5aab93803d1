// How many people have this board open. Seen and readable, but never said by itself.
import { say } from "./words.js";

const shown = document.getElementById("presence");

function show(n) {
  if (!shown) return;
  shown.hidden = !n;
  shown.querySelector("[data-seen]").textContent = say("here", { n });
  shown.querySelector("[data-read]").textContent = say(n === 1 ? "oneHere" : "manyHere", { n });
}

document.addEventListener("told-presence", (event) => show(Number(event.detail)));
// Without a stream nobody knows.
document.addEventListener("stream-silent", () => show(0));
