// The launch doctor: fills in what only the browser can say, and keeps the sum of it and its text up to date.
// What may be found stands on the page in templates, in the reader's language.
import { ask } from "./requests.js";

const FIRST_WORD = 5_000; // milliseconds; the server says one at once
const SLOW = 1_500;
const STATES = [["no", "bad", "warn"], ["look", "warn", "warn"], ["wait", "waits", "clock"], ["", "good", "works"]];

const doctor = document.getElementById("doctor");
const summary = document.getElementById("findings-summary");
const text = document.getElementById("support-text");
const lineOf = (name) => doctor.querySelector(`[data-line="${name}"]`);
const linesIn = (place) => [...place.querySelectorAll(".doctor > li")];
const isToLookAt = (line) => line.matches(".no, .look");

function found(name, outcome, values = {}) {
  const line = lineOf(name);
  const template = line?.querySelector(`template[data-outcome="${outcome}"]`);
  if (!template) return;
  const said = template.content.cloneNode(true);
  for (const part of said.querySelectorAll("span")) {
    for (const node of part.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) node.data = node.data.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
    }
  }
  for (const old of line.querySelectorAll(":scope > svg, :scope > span")) old.remove();
  line.prepend(said);
  line.className = template.dataset.class;
}

const inWords = (number) => [summary.dataset.none, summary.dataset.one][number] ?? summary.dataset.many.replace("99", number);

function show(place, lines, words) {
  const [, kind, sign] = STATES.find(([state]) => !state || lines.some((line) => line.classList.contains(state)));
  place.classList.remove("good", "warn", "bad", "waits");
  place.classList.add(kind);
  place.querySelector("use").setAttribute("href", `#i-${sign}`);
  const said = place.querySelector("strong, span");
  if (said.textContent !== words) said.textContent = words;
}

function sumUp(first = false) {
  for (const group of doctor.querySelectorAll(".finding")) {
    const lines = linesIn(group);
    const number = lines.filter(isToLookAt).length;
    const chip = group.querySelector("summary .chip");
    const waits = lines.some((line) => line.classList.contains("wait"));
    show(chip, lines, number ? inWords(number) : chip.dataset[waits ? "wait" : "none"]);
    // What the server took for a fault and the script did not closes again, but only at the beginning.
    if (number || first) group.open = number > 0;
  }
  const lines = linesIn(doctor);
  show(summary, lines.filter((line) => !line.classList.contains("wait")), inWords(lines.filter(isToLookAt).length));
  text.value = asText();
}

const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();

function asText() {
  const parts = [text.value.split("\n\n")[0]];
  for (const group of doctor.querySelectorAll(".finding")) {
    parts.push("", wordsOf(group.querySelector("h2")));
    for (const line of linesIn(group)) {
      parts.push([...line.querySelectorAll(":scope > span")].map(wordsOf).join(" "));
      for (const detail of line.querySelectorAll(".details > li")) parts.push(`  ${wordsOf(detail)}`);
    }
  }
  return parts.join("\n");
}

function lookAtPlace() {
  const { width, height } = lineOf("place").dataset;
  const framed = window.self !== window.top;
  const small = innerWidth < Number(width) || innerHeight < Number(height);
  found("place", framed ? (small ? "small" : "frame") : "window", { width: innerWidth, height: innerHeight });
  if (!framed) found("window", "already");
}

async function lookAtStorage() {
  let open = true;
  try {
    localStorage.getItem("doctor");
  } catch {
    open = false;
  }
  const free = await document.hasStorageAccess?.().catch(() => false) ?? true;
  found("storage", !open ? "closed" : free ? "free" : "apart");
  sumUp();
}

async function lookAtKeys() {
  const { address, kid } = lineOf("jwks").dataset;
  if (!address) return;
  try {
    const answer = await fetch(address, { credentials: "omit", cache: "no-store", signal: AbortSignal.timeout(10_000) });
    const { keys } = await answer.json();
    found("jwks", keys.some((key) => key.kid === kid || !kid) ? "there" : "lacking");
  } catch {
    found("jwks", "unreachable");
  }
  sumUp();
}

// What a stream says of itself: after how many milliseconds it spoke, or how it stayed silent.
function listen(address) {
  return new Promise((resolve) => {
    const began = performance.now();
    const stream = new EventSource(address);
    let opened = false;
    const end = (outcome, values) => {
      clearTimeout(timer);
      stream.close();
      resolve([outcome, values]);
    };
    const timer = setTimeout(() => end(opened ? "held" : "closed"), FIRST_WORD);
    const heard = () => {
      const milliseconds = Math.round(performance.now() - began);
      end(milliseconds > SLOW ? "slow" : "flows", { milliseconds });
    };
    stream.addEventListener("open", () => { opened = true; });
    for (const name of ["beat", "message", "presence"]) stream.addEventListener(name, heard);
    stream.addEventListener("error", () => end("closed"));
  });
}

async function lookAtStream() {
  const { stream, changes } = lineOf("live").dataset;
  let [outcome, values] = await listen(stream);
  if (!values) {
    const answers = await ask(changes).then(({ status }) => status >= 200 && status < 400, () => false);
    if (!answers) outcome = "deaf";
  }
  found("live", outcome, values);
  sumUp();
}

if (doctor) {
  found("script", "runs");
  found("address", location.origin === lineOf("address").dataset.public ? "same" : "other", { origin: location.origin });
  lookAtPlace();
  found("live", "trying");
  sumUp(true);
  lookAtStorage();
  lookAtKeys();
  lookAtStream();
  document.addEventListener("parts-applied", () => sumUp());
}
