// A page of the handshake asks whether the cookie it just set came back. If it did, it goes on by itself; if not, the platform's
// own storage will do for the login, and else the page offers a window of its own. Without us the button is pressed by hand.
import { put } from "./storage.js";

const next = document.getElementById("continue");

async function cameBack() {
  try {
    const answer = await fetch(next.dataset.check, { credentials: "same-origin", cache: "no-store" });
    return answer.ok && (await answer.json()).came_back === true;
  } catch {
    return false;
  }
}

// Begun at once, and waited for only where the cookie is lost.
async function isStored() {
  const { storageFrame, storageValue } = next.dataset;
  return Boolean(storageFrame && storageValue) && await put(next, storageValue) !== undefined;
}

function goOn() {
  if (next.tagName === "FORM") next.submit();
  else location.replace(next.href);
}

function offerWindow() {
  const offered = document.getElementById("window-part");
  // Without another way the button stays.
  if (!offered) return;
  document.getElementById("continue-part")?.setAttribute("hidden", "");
  offered.hidden = false;
}

async function start() {
  const stored = isStored();
  if (await cameBack() || await stored) goOn();
  else offerWindow();
}

if (next) start();
