// a[data-dialog] opens its page's fragment in the one dialog; with a modifier key, or without us, it is a page.
import { button, element, parse } from "./elements.js";
import { isSeen, successorOf } from "./place.js";
import { ask } from "./requests.js";
import { refusal, sendAs, showRefusal } from "./send.js";
import { signedOut } from "./session.js";
import { forgetTyped, keepTyped, putBackTyped, remindBefore } from "./typed.js";
import { showBanner } from "./banners.js";
import { announce, say } from "./words.js";

const dialog = document.getElementById("dialog");
const toasts = document.getElementById("toasts");
let address = "";
let openers = [];
let openerNote = "";
let successor = () => null;

async function open(link) {
  const wanted = link.href;
  let answer;
  let html;
  try {
    answer = await ask(wanted);
    html = await answer.text();
  } catch {
    showBanner("opening", { kind: "bad", text: say("cannotOpen"), closable: true });
    return;
  }
  if (answer.status === 401) return signedOut();
  if (answer.type === "opaqueredirect") return location.assign(wanted);
  if (dialog.open) keepTyped(address);
  else remember(link);
  address = wanted;
  show(html);
  if (putBackTyped(address)) tellKept(html);
}

// Where the focus goes back to: where it was, the link, its menu's button, or the note when all are gone.
function remember(link) {
  const menu = link.closest("details.menu");
  openerNote = link.closest(".note, .column")?.id ?? "";
  openers = [focused(), link, menu?.querySelector("summary")];
  successor = successorOf(link);
  menu?.removeAttribute("open");
}

const focused = () => (document.activeElement === document.body ? null : document.activeElement);

function show(html) {
  dialog.replaceChildren(parse(html));
  if (!dialog.querySelector(".in")) {
    const inside = element("div", { class: "in" }, ...dialog.childNodes);
    dialog.replaceChildren(inside);
  }
  if (!dialog.querySelector("[data-close], a[data-dialog]")) {
    dialog.querySelector(".in").append(element("div", { class: "acts" }, button(say("close"), () => dialog.close())));
  }
  // What offers to undo stays within reach: all outside an open dialog is inert.
  if (toasts) dialog.append(toasts);
  if (!dialog.open) dialog.showModal();
  // Not autofocus: browsers refuse that in a frame, and complain.
  const start = dialog.querySelector("[data-focus]") ?? dialog.querySelector("#dialog-title, h2");
  if (start && !start.matches("input, textarea, select, button, a")) start.setAttribute("tabindex", "-1");
  start?.focus();
  remindBefore();
  document.dispatchEvent(new Event("fields-shown"));
}

// A form that only chooses what the dialog shows (the places of another column): asked anew at each choice.
async function choose(form) {
  const chosen = document.activeElement.id;
  try {
    const answer = await ask(`${form.getAttribute("action")}?${new URLSearchParams(new FormData(form))}`);
    if (!answer.ok) throw new Error(answer.status);
    show(await answer.text());
    document.getElementById(chosen)?.focus();
  } catch {
    showBanner("opening", { kind: "bad", text: say("cannotOpen"), closable: true });
  }
}

function tellKept(html) {
  const drop = button(say("keptDrop"), () => { forgetTyped(address); show(html); }, { kind: "quiet" });
  const notice = element("p", { class: "guard row" }, `${say("kept")} `, drop);
  dialog.querySelector("#dialog-title")?.after(notice);
  announce(say("kept"));
  document.dispatchEvent(new Event("fields-shown"));
}

function closed() {
  keepTyped(address);
  const note = document.getElementById(openerNote);
  const target = [...openers, note, note?.querySelector("summary"), successor(), document.getElementById("main")].find((place) => place && isSeen(place));
  if (target && target.tabIndex < 0 && !target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target?.focus({ preventScroll: true });
  if (toasts) document.getElementById("main").append(toasts);
  dialog.replaceChildren();
  address = "";
}

if (dialog) {
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[data-dialog]");
    if (link && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)) {
      event.preventDefault();
      open(link);
    }
    if (event.target.closest?.("#dialog [data-close]:not(#toasts *)")) {
      event.preventDefault();
      dialog.close();
    }
  });
  dialog.addEventListener("close", closed);
  dialog.addEventListener("change", (event) => {
    const form = event.target.closest("form[data-choose]");
    if (form) choose(form);
  });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.isComposing) return;
    event.target.form?.requestSubmit();
  });
  document.addEventListener("show-dialog", (event) => {
    if (!dialog.open) {
      openers = [focused()];
      successor = () => null;
    }
    show(event.detail);
  });
  sendAs("#dialog form:not(#toasts *)", (form) => {
    const from = address;
    return {
      done: () => {
        forgetTyped(from);
        if (form.isConnected && dialog.contains(form)) {
          remindBefore();
          // An act that was begun from another dialog leads back there.
          if (form.dataset.then) open({ href: new URL(form.dataset.then, location.href).href });
          else dialog.close();
        }
      },
      refused: (html) => { if (html) showRefusal(form, html); },
      stalled: () => showRefusal(form, refusal(`${say("lost")} ${say("lostText")}`)),
    };
  });
}
