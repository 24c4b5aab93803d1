// How long is left: counted by the server's clock from a start and an end, said aloud a minute before the end and at the end.
import { announce } from "./words.js";

const SOON = 60;
let ends = "";
let behind = 0;      // seconds by which this device's clock differs from the server's
let said = new Set();
let ticking;

const clock = () => Date.now() / 1_000;

function show() {
  const timer = document.getElementById("timer");
  clearTimeout(ticking);
  if (!timer) {
    ends = "";
    return;
  }
  if (timer.dataset.ends !== ends) {
    ends = timer.dataset.ends;
    behind = Number(timer.dataset.at) - clock();
    said = new Set();
  }
  const left = Number(ends) - (clock() + behind);
  const seconds = Math.max(0, Math.ceil(left));
  const point = document.documentElement.lang === "en" ? ":" : ".";
  timer.querySelector("[data-left]").textContent = `${Math.floor(seconds / 60)}${point}${String(seconds % 60).padStart(2, "0")}`;
  timer.querySelector("[data-ring]").setAttribute("stroke-dasharray", `${Math.max(0, Math.min(100, (left / Number(timer.dataset.whole)) * 100))} 100`);
  timer.toggleAttribute("data-over", seconds === 0);
  if (seconds > 0 && seconds <= SOON && Number(timer.dataset.whole) > SOON) tellOnce("soon", timer.dataset.saidSoon);
  if (seconds === 0) tellOnce("over", timer.dataset.saidOver, left > -5);
  // On the second, so that all pages count alike
  if (seconds > 0) ticking = setTimeout(show, ((left % 1) * 1_000 || 1_000) + 5);
}

// Whoever comes long after the end need not hear of it.
function tellOnce(what, words, isNews = true) {
  if (said.has(what)) return;
  said.add(what);
  if (isNews) announce(words);
}

document.addEventListener("parts-applied", show);
document.addEventListener("visibilitychange", show);
show();
