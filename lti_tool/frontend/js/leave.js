// Warns before this page is left while something waits or is half-typed, and only then.
import { waits } from "./outbox.js";
import { typedInDialog } from "./typed.js";

let leaving = false;

export function leaveTo(address) {
  leaving = true;
  const there = new URL(address, location.href);
  // To another place of this same page the browser would only jump.
  if (!there.hash || there.pathname + there.search !== location.pathname + location.search) return location.assign(address);
  history.replaceState(history.state, "", there);
  location.reload();
}

const typedInComposer = () => [...document.querySelectorAll(".composer textarea")].some((field) => field.value.trim());

window.addEventListener("beforeunload", (event) => {
  if (!leaving && (waits() || typedInComposer() || typedInDialog())) event.preventDefault();
});
