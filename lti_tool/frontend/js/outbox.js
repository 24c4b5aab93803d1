// What is on its way to the server. Nothing is lost and nothing is doubled: what could not be sent waits here,
// in order, with the same operation id, and goes by itself when the connection is back.
import { hideBanner, showBanner } from "./banners.js";
import { button } from "./elements.js";
import { ask, isPassing } from "./requests.js";
import { signedOut } from "./session.js";
import { say, timeNow } from "./words.js";

const PAUSES = [1_000, 2_000, 4_000, 8_000, 15_000];
const LONGEST_UPLOAD = 300_000;

const waiting = [];
let tries = 0;
let timer;
let busy = false;
let sent = [];

export const waits = () => waiting.length > 0;

// A letter has address, body and answer(response, text); perhaps form, isNote and stalled().
export async function send(letter) {
  if (document.body.hasAttribute("data-looks-on")) return letter.stalled?.(); // a facilitator who looks on as a participant changes nothing
  const reason = waits() ? {} : await deliver(letter);
  if (!reason) return;
  waiting.push(letter);
  letter.stalled?.();
  if (reason.pause !== undefined) wait(reason.pause);
  tell(reason);
}

// What the same form sent before and still waits: taken back, unless it is just on its way.
export function withdraw(form) {
  const place = waiting.findIndex((letter) => letter.form === form);
  if (place === -1 || (place === 0 && busy)) return undefined;
  return waiting.splice(place, 1)[0];
}

// A file takes its time on a slow line.
const patience = (body) => (body instanceof FormData ? { signal: AbortSignal.timeout(LONGEST_UPLOAD) } : {});

// Answers why the letter has to wait, or nothing when the server has answered it.
async function deliver(letter) {
  let response;
  let text;
  try {
    response = await ask(letter.address, { method: "POST", body: letter.body, ...patience(letter.body) });
    text = await response.text();
  } catch {
    return { pause: 0 };
  }
  if (isPassing(response.status)) return { pause: 1_000 * (Number(response.headers.get("Retry-After")) || 0) };
  if (response.status === 401) return { signedOut: true };
  try {
    await letter.answer(response, text);
  } catch (error) {
    console.error(error);
  }
  return undefined;
}

function wait(least) {
  clearTimeout(timer);
  timer = setTimeout(retry, Math.max(PAUSES[Math.min(tries, PAUSES.length - 1)], least));
  tries += 1;
}

async function retry() {
  if (busy || !waits()) return;
  busy = true;
  clearTimeout(timer);
  let reason;
  while (waits() && !reason) {
    reason = await deliver(waiting[0]);
    if (!reason) sent.push(waiting.shift());
  }
  busy = false;
  if (!reason) tries = 0;
  else if (reason.pause !== undefined) wait(reason.pause);
  tell(reason);
}

function again() {
  tries = 0;
  retry();
}

function tell(reason) {
  const now = button(say("tryNow"), again);
  if (!waits()) {
    hideBanner("sending");
    if (sent.length === 0) return;
    hideBanner("session");
    const key = sent.length === 1 && sent[0].isNote ? "backNote" : "backAll";
    sent = [];
    showBanner("sending", { kind: "good", strong: say("back"), text: say(key, { time: timeNow() }), closable: true });
  } else if (reason?.signedOut) {
    hideBanner("sending");
    signedOut([now]);
  } else if (!document.getElementById("banner-session")) {
    hideBanner("reading");
    const text = `${say("lostText")} ${say("lostCount", { n: waiting.length })}`;
    showBanner("sending", { strong: say("lost"), text, acts: [now] });
  }
}

window.addEventListener("online", again);
document.addEventListener("connection-back", retry);
document.addEventListener("visibilitychange", () => { if (!document.hidden) retry(); });
