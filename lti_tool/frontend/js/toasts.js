// Toasts offer to undo what was just done. Their time stops while somebody is with them.
import { giveFocus } from "./place.js";
import { sendAs, showRefusal } from "./send.js";
import { announce, say } from "./words.js";

const MOST = 3;
const left = new WeakMap();
const region = document.getElementById("toasts");

const isHeld = (toast) => toast.matches(":hover, :focus-within") || Boolean(toast.querySelector('[data-pause][aria-pressed="true"]'));

function start() {
  for (const toast of region.querySelectorAll(".toast")) {
    if (left.has(toast)) continue;
    left.set(toast, Number(toast.dataset.seconds) || 0);
    // Said once, politely; the seconds are only for the eyes.
    toast.removeAttribute("role");
    announce((toast.querySelector("[data-say]") ?? toast.querySelector("span, p"))?.textContent.trim());
    toast.querySelector("[data-pause]")?.setAttribute("aria-pressed", "false");
    show(toast);
  }
  const toasts = [...region.querySelectorAll(".toast")];
  const spare = toasts.filter((toast) => !isHeld(toast));
  for (let extra = toasts.length - MOST; extra > 0; extra -= 1) spare.shift()?.remove();
}

function show(toast) {
  const seconds = toast.querySelector("[data-countdown]");
  if (!seconds) return;
  seconds.setAttribute("aria-hidden", "true");
  seconds.textContent = say("seconds", { n: left.get(toast) });
}

function tick() {
  for (const toast of region.querySelectorAll(".toast[data-seconds]")) {
    if (isHeld(toast) || !left.has(toast)) continue;
    left.set(toast, left.get(toast) - 1);
    if (left.get(toast) <= 0) toast.remove();
    else show(toast);
  }
}

function leave(toast, heir) {
  const hadFocus = toast.contains(document.activeElement);
  toast.remove();
  if (hadFocus) giveFocus(heir ?? document.querySelector("#dialog[open] #dialog-title") ?? document.getElementById("main"));
}

sendAs("#toasts form", (form) => ({
  done: (response) => leave(form.closest(".toast"), document.getElementById(`note-${response.headers.get("X-Note")}`)),
  refused: (html) => showRefusal(form, html),
  stalled: () => announce(say("waiting")),
}));

if (region) {
  region.addEventListener("click", (event) => {
    const toast = event.target.closest(".toast");
    const pause = event.target.closest("[data-pause]");
    if (pause) pause.setAttribute("aria-pressed", pause.getAttribute("aria-pressed") !== "true");
    if (event.target.closest("[data-close]")) leave(toast);
  });
  document.addEventListener("parts-applied", start);
  setInterval(tick, 1_000);
  start();
}
