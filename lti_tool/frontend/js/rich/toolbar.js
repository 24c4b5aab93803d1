// The buttons above a text: one stop of the Tab key, arrows go from one to the next, Esc goes back to the text.
import { acts } from "./acts.js";
import { isGoodAddress, schema } from "./schema.js";

const buttonsOf = (bar) => [...bar.querySelectorAll("button")];

export function showToolbar(field, view) {
  const bar = field.querySelector("[role=toolbar]");
  bar.hidden = false;
  bar.setAttribute("aria-controls", view.dom.id);
  bar.addEventListener("click", (event) => {
    const act = event.target.closest("[data-act]")?.dataset.act;
    if (!act) return;
    if (act === "link") askForLink(field, view);
    else {
      acts[act].does(view.state, view.dispatch, view);
      view.focus();
    }
  });
  // The text keeps its selection while a button is pressed.
  bar.addEventListener("mousedown", (event) => event.preventDefault());
  bar.addEventListener("keydown", (event) => walk(event, bar, view));
}

function walk(event, bar, view) {
  if (event.key === "Escape") return view.focus();
  const buttons = buttonsOf(bar);
  const place = buttons.indexOf(document.activeElement);
  const to = { ArrowRight: place + 1, ArrowLeft: place - 1, Home: 0, End: -1 }[event.key];
  if (to === undefined) return undefined;
  event.preventDefault();
  const target = buttons.at(to % buttons.length);
  for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  return target.focus();
}

export function showState(field, { state }) {
  for (const button of field.querySelectorAll("[data-act][aria-pressed]")) {
    button.setAttribute("aria-pressed", String(acts[button.dataset.act].is(state)));
  }
}

// The whole link where the cursor stands in one.
function linkAround({ selection, doc }) {
  const { $from, from, to, empty } = selection;
  if (!empty) return { from, to };
  const link = schema.marks.link;
  const mark = link.isInSet($from.marks()) ?? link.isInSet($from.nodeAfter?.marks ?? []);
  if (!mark) return { from, to };
  let [start, end] = [from, from];
  doc.nodesBetween($from.start(), $from.end(), (node, place) => {
    if (node.isText && mark.isInSet(node.marks) && place <= from && place + node.nodeSize >= from) [start, end] = [place, place + node.nodeSize];
  });
  return { from: start, to: end, href: mark.attrs.href };
}

function hrefIn(doc, from, to) {
  let href = "";
  doc.nodesBetween(from, to, (node) => { href ||= schema.marks.link.isInSet(node.marks)?.attrs.href ?? ""; });
  return href;
}

export function askForLink(field, view) {
  const place = field.querySelector(".rich-link");
  const input = place.querySelector("input");
  const around = linkAround(view.state);
  input.value = around.href ?? hrefIn(view.state.doc, around.from, around.to);
  place.querySelector("[data-bad]").hidden = true;
  place.querySelector("[data-link=remove]").hidden = !input.value;
  place.hidden = false;
  input.focus();

  const close = () => {
    place.hidden = true;
    place.onclick = null;
    place.onkeydown = null;
    view.focus();
  };
  const set = () => {
    const typed = input.value.trim();
    const href = /^[\w-]+(\.[\w-]+)+([/?#]|$)/.test(typed) ? `https://${typed}` : typed;
    if (!isGoodAddress(href)) {
      place.querySelector("[data-bad]").hidden = false;
      return input.focus();
    }
    const mark = schema.marks.link.create({ href });
    const change = view.state.tr;
    if (around.from === around.to) change.replaceWith(around.from, around.to, schema.text(href, [mark]));
    else change.removeMark(around.from, around.to, schema.marks.link).addMark(around.from, around.to, mark);
    view.dispatch(change);
    return close();
  };
  const remove = () => {
    view.dispatch(view.state.tr.removeMark(around.from, around.to, schema.marks.link));
    close();
  };
  place.onclick = ({ target }) => ({ set, remove, cancel: close })[target.closest("[data-link]")?.dataset.link]?.();
  place.onkeydown = (event) => {
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      set();
    }
  };
}
