// Calling somebody in a comment: after @ and the first letters, names are offered below the field. The focus stays in the text;
// arrows choose, Enter or Tab takes, Esc puts the list away. Without us a name that is typed out does the same.
import { element } from "./elements.js";
import { announce } from "./words.js";

const PAUSE = 150;
const CALLED = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}][\p{L}\p{N}'’. -]{0,60})$/u;
let list = null;
let field = null;
let chosen = 0;
let waiting;
let asked = 0;

const calledBefore = (text) => CALLED.exec(text.value.slice(0, text.selectionStart))?.[1];
const options = () => [...list?.children ?? []];

async function look(text) {
  const called = calledBefore(text);
  const turn = ++asked;
  if (!called || text.selectionStart !== text.selectionEnd) return close();
  const address = `${text.closest("[data-call]").dataset.call}?${new URLSearchParams({ called })}`;
  const answer = await fetch(address, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok || turn !== asked || document.activeElement !== text || calledBefore(text) !== called) return undefined;
  const { names } = await answer.json();
  return names.length && !names.some((name) => called.toLowerCase().startsWith(`${name.toLowerCase()} `)) ? show(text, names) : close();
}

function show(text, names) {
  close();
  field = text;
  list = element("ul", { class: "calls", role: "listbox", id: `${text.id}-calls`, "aria-label": text.closest("[data-call]").querySelector(".hint").textContent },
    ...names.map((name, place) => element("li", { role: "option", id: `${text.id}-call-${place}` }, name)));
  list.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    const name = event.target.closest("[role=option]");
    if (name) take(options().indexOf(name));
  });
  text.after(list);
  list.style.insetBlockStart = `${text.offsetTop + text.offsetHeight + 4}px`;
  for (const [name, value] of [["aria-autocomplete", "list"], ["aria-haspopup", "listbox"], ["aria-controls", list.id]]) text.setAttribute(name, value);
  choose(0);
  announce(names.join(", "));
}

function choose(place) {
  chosen = (place + options().length) % options().length;
  options().forEach((option, at) => option.setAttribute("aria-selected", String(at === chosen)));
  field.setAttribute("aria-activedescendant", options()[chosen].id);
  options()[chosen].scrollIntoView({ block: "nearest" });
}

function close() {
  list?.remove();
  list = null;
  for (const name of ["aria-autocomplete", "aria-haspopup", "aria-controls", "aria-activedescendant"]) field?.removeAttribute(name);
  field = null;
}

function take(place) {
  const text = field;
  const name = options()[place].textContent;
  const end = text.selectionStart;
  close();
  text.setRangeText(`${name} `, end - calledBefore(text).length, end, "end");
  text.dispatchEvent(new Event("input", { bubbles: true }));
  text.focus();
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches("[data-call] textarea")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => look(target), PAUSE);
});
// Before the keys of the dialog, which Esc would close, and of the form.
document.addEventListener("keydown", (event) => {
  if (!list || event.target !== field || event.isComposing) return;
  const act = { ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Enter: () => take(chosen), Tab: () => take(chosen), Escape: close }[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  act();
}, true);
document.addEventListener("focusout", ({ target }) => { if (target === field) close(); });
