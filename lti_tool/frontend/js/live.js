// Listens for what others change. Normally a stream; when it is silent this page asks by itself.
// It knows no boards: a page without data-parts is told that there is something new.
import { readAnew } from "./anew.js";
import { hideBanner, showBanner } from "./banners.js";
import { button } from "./elements.js";
import { waits } from "./outbox.js";
import { isHolding, missed } from "./held.js";
import { receive } from "./parts.js";
import { ask, isOver } from "./requests.js";
import { signedOut } from "./session.js";
import { say } from "./words.js";

const FIRST_BYTE = 5_000;     // a stream that has said nothing until then is held back somewhere
const SILENCE = 40_000;       // the server beats every 15 seconds
const POLL = 4_000;
const HIDDEN = 60_000;        // browsers allow six connections for all tabs together
const LONGEST_PAUSE = 15_000;

const live = document.getElementById("live");
let seq = Number(live?.dataset.seq ?? 0);
let stream = null;
let spoke = false;            // whether this stream has said anything
let since = 0;                // when it was opened, or last spoke
let polled = 0;
let failures = 0;
let reopenAt = 0;
let hiddenTimer;
let asking = false;
let stale = false;            // the board was to be read anew, and has not been yet
let over = false;

function open() {
  close();
  if (over || (document.hidden && !hiddenTimer)) return;
  since = Date.now();
  stream = new EventSource(addressFrom(live.dataset.stream, seq));
  stream.addEventListener("message", (event) => { heard(event); receive(event.data); });
  stream.addEventListener("beat", heard);
  // What is told beside the log moves nobody on.
  for (const name of ["presence", "writing"]) {
    stream.addEventListener(name, (event) => {
      since = Date.now();
      document.dispatchEvent(new CustomEvent(`told-${name}`, { detail: event.data }));
    });
  }
  stream.addEventListener("resync", (event) => {
    heard(event);
    // Not all viewers at once.
    setTimeout(() => reload(), Math.random() * 1_500);
  });
  // The watch opens it again within a second, however often the server asks.
  stream.addEventListener("reopen", () => {
    close();
    reload({ evenHeld: true });
  });
  // The browser would try again by itself, but neither with growing pauses nor from the right change.
  stream.addEventListener("error", () => pause());
}

function close() {
  stream?.close();
  stream = null;
  spoke = false;
}

function pause() {
  close();
  const longest = Math.min(LONGEST_PAUSE, 1_000 * 2 ** failures);
  failures += 1;
  reopenAt = Date.now() + longest * (0.4 + Math.random() * 0.6);
  // Asking tells what a stream cannot: whether we are still welcome.
  if (failures > 1) poll();
}

function heard(event) {
  since = Date.now();
  failures = 0;
  if (event.lastEventId) seq = Number(event.lastEventId);
  if (!spoke) connected();
  spoke = true;
}

function connected() {
  hideBanner("reading");
  document.dispatchEvent(new Event("connection-back"));
}

async function poll(from = seq) {
  if (asking) return;
  asking = true;
  polled = Date.now();
  let answer;
  try {
    answer = await ask(addressFrom(live.dataset.changes, from));
  } catch {
    return unreachable();
  } finally {
    asking = false;
  }
  if (isOver(answer.status)) return stop();
  if (answer.status >= 500) return unreachable();
  connected();
  const reached = Number(answer.headers.get("Live-Seq"));
  if (answer.status === 200) receive(await answer.text());
  else if ((answer.headers.get("HX-Trigger") ?? "").includes("resync")) reload();
  if (reached > seq) seq = reached;
}

// While something waits to be sent, that says it already.
function unreachable() {
  if (spoke || waits()) return;
  showBanner("reading", { strong: say("lost"), text: say("lostReading") });
}

function reload({ evenHeld = false } = {}) {
  if (document.getElementById("columns")?.dataset.parts) {
    if (isHolding() && !evenHeld) return missed();
    stale = true;
    readAnew().then((reached) => {
      if (reached === undefined) return;
      stale = false;
      if (Number(reached) > seq) seq = Number(reached);
    });
    return undefined;
  }
  const again = button(say("reload"), () => location.reload());
  showBanner("news", { kind: "info", strong: say("news"), acts: [again], closable: true });
  return undefined;
}

function stop() {
  over = true;
  close();
  hideBanner("reading");
  signedOut();
}

function watch() {
  if (over || (document.hidden && !stream)) return;
  const now = Date.now();
  const silent = !stream || now - since > (spoke ? SILENCE : FIRST_BYTE);
  if ((silent || stale) && now - polled > POLL) {
    if (silent) document.dispatchEvent(new Event("stream-silent"));
    poll();
    if (stale) reload();
  }
  if (!silent) return;
  if (!stream && now > reopenAt) open();
  else if (stream && now - since > SILENCE) pause();
}

function turned() {
  clearTimeout(hiddenTimer);
  hiddenTimer = undefined;
  if (document.hidden) hiddenTimer = setTimeout(() => { hiddenTimer = undefined; close(); }, HIDDEN);
  else if (!stream) open();
}

const addressFrom = (address, number) => `${address}${address.includes("?") ? "&" : "?"}since=${number}`;

// An answer to a write may overtake, or be overtaken by, somebody else's change to the same thing.
export function answered(number) {
  if (live && number && Number(number) < seq) poll(Number(number));
}

if (live) {
  open();
  setInterval(watch, 1_000);
  document.addEventListener("visibilitychange", turned);
  window.addEventListener("online", () => { if (!stream) open(); });
  window.addEventListener("pagehide", close);
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
}
