// What others do, told to those who listen: everything, in short (at most one sentence in ten seconds,
// and none while somebody types), or nothing. One's own acts are confirmed elsewhere.
import { titleOf } from "./board.js";
import { parse } from "./elements.js";
import { announce, lastSaid, say } from "./words.js";

const TOGETHER = 1_000;   // what comes at once is told at once
const APART = 10_000;
const MANY = 6;           // more at once than anybody listens to
const QUIET = 2_500;      // after something else was said
const TYPING = 3_000;
const OWN = 3_000;        // an own act may be heard of before it is answered

const gathered = new Map();
const own = new Map();
let since = 0;
let told = 0;
let typed = 0;

// What these parts would change on the page as it is now: [{ what, kind, id, column, text }, ...]
export function changesIn(html) {
  return [...parse(html).querySelectorAll("hx-partial")].flatMap((part) => {
    const target = part.getAttribute("hx-target") ?? "";
    const how = part.getAttribute("hx-swap") ?? "";
    const place = target.startsWith("#") ? document.getElementById(target.slice(1)) : null;
    if (how.startsWith("delete")) return place?.matches(".note, .column") ? [news(place, "gone", place)] : [];
    if (!how.startsWith("place")) {
      const head = part.firstElementChild;
      return place?.matches(".column > header") && head && words(head) !== words(place) ? [news(place, "changed", place)] : [];
    }
    return [...part.children].map((fresh) => compare(fresh, place)).filter(Boolean);
  });
}

function compare(fresh, list) {
  const shown = document.getElementById(fresh.id);
  if (!shown) return news(fresh, "new", list);
  if (shown.dataset.position !== fresh.dataset.position || (list && shown.parentNode !== list)) return news(fresh, "moved", list);
  return fresh.matches(".note") && look(fresh) !== look(shown) ? news(fresh, "changed", list) : null;
}

const words = (element) => element.textContent.replace(/\s+/g, " ").trim();
const look = (note) => ["sun", "heart", "leaf", "drop", "star", "stone"].find((colour) => note.classList.contains(colour)) + words(note.querySelector(".text") ?? note);

function news(thing, kind, list) {
  const note = thing.matches(".note");
  const column = list?.closest(".column");
  return { kind, id: thing.id, what: note ? "note" : "column", column: note && column ? titleOf(list) : "", text: note ? words(thing.querySelector(".text") ?? thing) : "" };
}

export function hear(changes) {
  for (const change of changes) {
    if (Date.now() - (own.get(change.id) ?? -Infinity) < OWN) continue;
    const before = gathered.get(change.id);
    if (before?.kind === "new" && change.kind === "gone") gathered.delete(change.id);
    else gathered.set(change.id, before?.kind === "new" ? { ...change, kind: "new" } : change);
  }
  if (gathered.size && !since) since = Date.now();
}

// An answer to an act of this page: nobody needs to be told of it as of somebody else's.
export function ownParts(html) {
  for (const [, id] of html.matchAll(/\b(?:id|hx-target)="#?((?:note|column)-\d+)"/g)) {
    own.set(id, Date.now());
    gathered.delete(id);
  }
}

export function forgetNews() {
  gathered.clear();
  since = 0;
}

const counted = (key, list, values = {}) => say(`${key}${list.length === 1 ? "One" : "Many"}`, { n: list.length, ...values });

function inShort(changes) {
  const of = (kind) => changes.filter((change) => change.what === "note" && change.kind === kind);
  const columns = [...new Set(of("new").map(({ column }) => column))];
  const sentences = columns.map((column) => counted("newsNew", of("new").filter((change) => change.column === column), { column }));
  for (const kind of ["moved", "changed", "gone"]) {
    if (of(kind).length) sentences.push(counted(`news${kind[0].toUpperCase()}${kind.slice(1)}`, of(kind)));
  }
  if (changes.some(({ what }) => what === "column")) sentences.push(say("columnsChanged"));
  const all = sentences.join(", ");
  return all && `${all[0].toUpperCase()}${all.slice(1)}.`;
}

function inFull(changes) {
  return changes.map(({ what, kind, column, text }) => (what === "column" ? say("columnsChanged") : say(`news${kind[0].toUpperCase()}${kind.slice(1)}`, { column, text }))).join(". ");
}

function tell() {
  const level = document.body.dataset.announcements ?? "summary";
  const now = Date.now();
  if (level === "off") forgetNews();
  if (!gathered.size || now - since < TOGETHER || now - lastSaid() < QUIET) return;
  if (level !== "all" && (now - told < APART || now - typed < TYPING)) return;
  const changes = [...gathered.values()];
  forgetNews();
  told = now;
  announce(level === "all" && changes.length <= MANY ? inFull(changes) : inShort(changes));
}

if (document.getElementById("columns")) {
  document.addEventListener("input", () => { typed = Date.now(); }, true);
  setInterval(tell, 1_000);
}
