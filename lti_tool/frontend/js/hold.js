// The button that holds updates, and the one that shows what has come meanwhile.
import { readAnew } from "./anew.js";
import { showBanner } from "./banners.js";
import { isHolding, nothingWaits, waits } from "./held.js";
import { forgetNews } from "./news.js";
import { announce, say } from "./words.js";

const hold = document.querySelector("[data-hold]");
const show = document.querySelector("[data-show-held]");

function tell() {
  if (!show) return;
  const { notes, any } = waits();
  const label = notes ? say(notes === 1 ? "heldNote" : "heldNotes", { n: notes }) : say("heldChanges");
  const words = show.querySelector("span");
  if (words.textContent !== label) words.textContent = label;
  const focused = document.activeElement === show;
  show.hidden = !any;
  if (!any && focused) hold.focus();
}

export async function showHeld() {
  if (await readAnew() === undefined) {
    showBanner("opening", { kind: "bad", text: say("cannotOpen"), closable: true });
    return;
  }
  nothingWaits();
  forgetNews();
  tell();
  announce(say("allShown"));
}

export function setHolding(holding) {
  if (!hold || holding === isHolding()) return;
  hold.setAttribute("aria-pressed", holding);
  announce(say(holding ? "holding" : "notHolding"));
  if (!holding && waits().any) showHeld();
}

// One key for both: what waits is shown; where nothing does, holding begins or ends.
export function holdOrShow() {
  if (waits().any) showHeld();
  else setHolding(!isHolding());
}

hold?.addEventListener("click", () => setHolding(!isHolding()));
show?.addEventListener("click", showHeld);
document.addEventListener("held", tell);
document.addEventListener("parts-applied", tell);
