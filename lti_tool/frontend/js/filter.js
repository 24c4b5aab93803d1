// Search and filter: what does not match goes out of sight, also of what comes later. The server reads the same
// parameters in the same way (boards/looking.py), so an address shows the same with and without us.
import { setQuery } from "./address.js";
import { countAll } from "./board.js";
import { element, icon } from "./elements.js";
import { fold } from "./fold.js";
import { announce, say } from "./words.js";

const form = document.querySelector("form[data-filter]");
const board = document.getElementById("columns");
const FIELDS = ["q", "mine", "author", "colour", "language"];
const PAUSE = 150;

const folded = new WeakMap();
const spared = new Set();     // written here since the filter was chosen: one sees what one has sent
let timer;
let told;

function wordsOf(note) {
  const text = note.querySelector(":scope > .text").textContent;
  const known = folded.get(note);
  if (known?.text === text) return known.words;
  const words = fold(text);
  folded.set(note, { text, words });
  return words;
}

function chosen() {
  const data = new FormData(form);
  return Object.fromEntries(FIELDS.map((name) => [name, (data.get(name) ?? "").trim().replace(/\s+/g, " ")]));
}

const authorOf = (note) => note.querySelector(":scope .author")?.textContent.trim() ?? "";
const languageOf = (note) => note.querySelector(":scope > .text").lang || document.documentElement.lang;

function matches(note, { mine, author, colour, language }, words) {
  return (!mine || note.hasAttribute("data-mine")) && (!colour || note.classList.contains(colour))
    && (!language || languageOf(note) === language) && (!author || authorOf(note) === author)
    && words.every((word) => wordsOf(note).includes(word));
}

function lay() {
  const wanted = chosen();
  const active = FIELDS.some((name) => wanted[name]);
  const words = fold(wanted.q).split(" ").filter(Boolean);
  const attended = document.activeElement?.closest?.(".note");
  let all = 0;
  let shown = 0;
  for (const note of board.querySelectorAll(".note[data-note]")) {
    const out = active && note !== attended && !spared.has(note.dataset.note) && !matches(note, wanted, words);
    if (out !== note.hasAttribute("data-out")) note.toggleAttribute("data-out", out);
    all += 1;
    if (!out) shown += 1;
  }
  board.toggleAttribute("data-filtered", active);
  countAll();
  tell(wanted, active, shown, all);
}

function tell(wanted, active, shown, all) {
  const line = document.getElementById("filtered");
  line.hidden = !active;
  document.getElementById("found-nothing").hidden = !active || shown > 0 || all === 0;
  const sentence = say("showing", { shown, all });
  const place = line.querySelector("[data-showing]");
  if (place.textContent !== sentence) place.textContent = sentence;
  const names = FIELDS.filter((name) => wanted[name]);
  const chips = line.querySelector("[data-filters]");
  const signature = JSON.stringify(wanted);
  if (chips.dataset.says === signature) return;
  chips.dataset.says = signature;
  chips.replaceChildren(...names.map((name) => chip(name, labelOf(name, wanted[name]))));
}

function chip(name, label) {
  const query = new URLSearchParams(location.search);
  query.delete(name);
  return element("a", { class: "chip", href: `${location.pathname}?${query}`, "data-without": name, "aria-label": say("removeFilter", { filter: label }) }, label, icon("close"));
}

function labelOf(name, value) {
  const field = form.elements.namedItem(name);
  if (name === "q") return say("quoted", { words: value });
  return name === "mine" ? field.closest("label").textContent.trim() : field.selectedOptions[0].textContent.trim();
}

function change(sayIt = true) {
  clearTimeout(timer);
  spared.clear();
  setQuery(chosen());
  lay();
  clearTimeout(told);
  if (sayIt) told = setTimeout(() => announce(document.querySelector("#filtered:not([hidden]) [data-showing]")?.textContent || say("allShown")), 700);
}

function clear(name) {
  for (const field of name ? [form.elements.namedItem(name)] : FIELDS.map((each) => form.elements.namedItem(each))) {
    if (field?.type === "checkbox") field.checked = false;
    else if (field) field.value = "";
  }
  change();
}

// Whoever has written since the page was made can be chosen too.
function offerWriters() {
  const choice = form.elements.namedItem("author");
  if (!choice) return;
  const offered = new Set([...choice.options].map(({ value }) => value));
  for (const note of board.querySelectorAll(".note[data-note]")) {
    const name = authorOf(note);
    if (!name || offered.has(name)) continue;
    offered.add(name);
    choice.append(element("option", { value: name }, name));
  }
}

export function openSearch() {
  const menu = document.getElementById("filter");
  if (!menu) return;
  menu.open = true;
  form.elements.namedItem("q").focus();
  form.elements.namedItem("q").select();
}

if (form && board) {
  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(change, PAUSE);
  });
  form.addEventListener("change", () => change());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
    document.getElementById("filter").open = false;
    document.querySelector("#filter > summary").focus();
  });
  document.getElementById("filter").addEventListener("toggle", offerWriters);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("#filtered a, #found-nothing a, #filter a[data-show-all]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const inForm = form.contains(link);
    clear(link.dataset.without);
    if (!inForm) (document.querySelector("#filtered:not([hidden]) a") ?? document.querySelector("#filter > summary")).focus();
  });
  document.addEventListener("own-note", ({ detail }) => { spared.add(detail); });
  document.addEventListener("parts-applied", lay);
  // A note that was kept in sight because somebody was with it.
  document.addEventListener("focusout", (event) => {
    if (board.hasAttribute("data-filtered") && event.target.closest?.(".note")) setTimeout(lay);
  });
  lay();
}
