// Saves what is typed every few seconds, and says so. What could not be saved stays here and is tried again.
import { ask } from "../requests.js";

const PAUSE = 3_000;
const AGAIN = 8_000;

// `fields`: the rich fields of the form; `sync` brings what stands in their editors into it.
export function keepSaving(form, fields, sync) {
  const [field] = fields;
  const state = fields.at(-1).querySelector("[data-state]");
  const told = form.querySelector("[data-saved]");
  const typed = () => new URLSearchParams([...new FormData(form)].filter(([name]) => name !== "version" && name !== "op")).toString();
  let saved = typed();
  let leaving = "";
  let timer;
  let underWay = Promise.resolve(true);
  let busy = 0;

  const isSaved = () => { sync(); return typed() === saved; };
  const later = (pause) => {
    clearTimeout(timer);
    timer = setTimeout(() => save(), pause);
  };

  async function send(kept) {
    if (isSaved() && !kept) return true;
    const text = typed();
    const body = new URLSearchParams(new FormData(form));
    body.set("autosave", "yes");
    if (kept) body.delete("autosave");
    state.textContent = field.dataset.saving;
    let answer;
    try {
      answer = await ask(form.getAttribute("action"), { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      answer = { ok: false, status: 503 };
    }
    if (answer.ok && answer.type !== "opaqueredirect") {
      const { version, saved: words } = await answer.json();
      form.elements.version.value = version;
      saved = text;
      told.textContent = words;
      state.textContent = isSaved() ? "" : field.dataset.unsaved;
      return true;
    }
    const passing = answer.status >= 500 || answer.status === 429;
    state.textContent = passing ? field.dataset.lost : field.dataset.refused;
    if (passing) later(AGAIN);
    return false;
  }

  // One after the other: each stands on the version that the one before has made.
  function save(kept = false) {
    clearTimeout(timer);
    busy += 1;
    underWay = underWay.then(() => send(kept)).finally(() => { busy -= 1; });
    return underWay;
  }

  // With the plain form, whatever asks or refuses opens as everywhere else.
  async function saveNow(submitter) {
    if (await save(true)) return;
    form.dataset.asIs = "";
    form.requestSubmit(submitter);
  }

  async function sendAfter(submitter) {
    await underWay;
    form.dataset.asIs = "";
    form.requestSubmit(submitter);
  }

  window.addEventListener("submit", (event) => {
    if (event.target !== form) return;
    sync();
    const asIs = "asIs" in form.dataset || form.elements.sent_anyway || form.elements.blanked; // an answer to what was asked
    delete form.dataset.asIs;
    leaving = typed();
    clearTimeout(timer);
    if (asIs || (event.submitter?.name && !busy)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    leaving = "";
    if (event.submitter?.name) sendAfter(event.submitter); // what is on its way would be in its way
    else saveNow(event.submitter);
  }, { capture: true });

  // A file, or another page: with what has just been typed.
  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.("a[data-after-saving]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || isSaved()) return;
    event.preventDefault();
    if (await save()) location.assign(link.href);
    else state.scrollIntoView({ block: "nearest" });
  });

  window.addEventListener("beforeunload", (event) => {
    if (!isSaved() && typed() !== leaving) event.preventDefault();
  });
  window.addEventListener("online", () => { if (!isSaved()) save(); });

  const changed = () => {
    leaving = "";
    state.textContent = field.dataset.unsaved;
    later(PAUSE);
  };
  form.addEventListener("input", (event) => { if (!event.target.closest("[data-rich]")) changed(); });
  return changed;
}
