// Warns before this page is left while something waits or is half-typed, and only then.
import { waits } from "./outbox.js";
import { typedInDialog } from "./typed.js";

let leaving = false;

export function leaveTo(address) {
  leaving = true;
  location.assign(address);
}

const typedInComposer = () => [...document.querySelectorAll(".composer textarea")].some((field) => field.value.trim());

window.addEventListener("beforeunload", (event) => {
  if (!leaving && (waits() || typedInComposer() || typedInDialog())) event.preventDefault();
});
