// An editor in the place of each [data-rich] field: loaded only by pages where somebody writes longer texts.
// The field itself stays in the form, with the text as HTML, so that it is sent as any other.
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser as Reader, DOMSerializer } from "prosemirror-model";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { keys, whileTyping } from "./js/rich/acts.js";
import { keepSaving } from "./js/rich/keeping.js";
import { tidyPasted } from "./js/rich/paste.js";
import { schema } from "./js/rich/schema.js";
import { countTogether } from "./js/rich/together.js";
import { askForLink, showState, showToolbar } from "./js/rich/toolbar.js";

const writer = DOMSerializer.fromSchema(schema);

function htmlOf(doc) {
  const place = document.createElement("div");
  place.append(writer.serializeFragment(doc.content));
  return place.innerHTML;
}

function begin(field) {
  const textarea = field.querySelector("textarea");
  const place = document.createElement("div");
  place.className = "rich-text read";
  textarea.before(place);
  let written = null;
  let changed = () => {};
  let unsaved = () => {};

  const view = new EditorView(place, {
    state: EditorState.create({
      doc: Reader.fromSchema(schema).parse(field.querySelector("template").content),
      plugins: [whileTyping, keymap(keys(() => { askForLink(field, view); return true; })), history()],
    }),
    attributes: {
      id: `${textarea.id}-editor`, role: "textbox", "aria-multiline": "true", "aria-labelledby": `${textarea.id}-label`,
      lang: textarea.lang, "data-announced": "",
    },
    transformPastedHTML: tidyPasted,
    handleKeyDown: (_view, event) => {
      if (!(event.altKey && event.key === "F10")) return false;
      field.querySelector("[role=toolbar] [tabindex='0']").focus();
      return true;
    },
    dispatchTransaction(change) {
      view.updateState(view.state.apply(change));
      showState(field, view);
      if (change.docChanged) changed();
    },
  });

  // Only when somebody asks: writing out a long text at each key would be felt.
  function sync() {
    if (written === view.state.doc) return;
    written = view.state.doc;
    textarea.value = htmlOf(written);
    textarea.dataset.plain = written.textBetween(0, written.content.size, "\n", "\n");
    textarea.dispatchEvent(new Event("input", { bubbles: true }));
  }

  const format = document.createElement("input");
  Object.assign(format, { type: "hidden", name: `${textarea.name}-format`, value: "html" });
  textarea.after(format);
  sync();
  textarea.hidden = true;
  textarea.addEventListener("focus", () => view.focus());
  textarea.focus = () => view.focus();
  field.querySelector("label").addEventListener("click", (event) => { event.preventDefault(); view.focus(); });
  showToolbar(field, view);
  showState(field, view);

  let counting;
  changed = () => {
    clearTimeout(counting);
    counting = setTimeout(sync, 400);
    unsaved();
  };
  return { sync, tell: (act) => { unsaved = act; } };
}

// The fields of one form are saved together.
function beginIn(place) {
  const forms = new Map();
  for (const field of place.querySelectorAll("[data-rich]:not([data-begun])")) {
    field.dataset.begun = "";
    const form = field.closest("form");
    forms.set(form, [...(forms.get(form) ?? []), { field, ...begin(field) }]);
  }
  for (const [form, begun] of forms) {
    const sync = () => { for (const one of begun) one.sync(); };
    countTogether(form);
    if (form.matches("[data-rich-form]")) {
      const unsaved = keepSaving(form, begun.map(({ field }) => field), sync);
      for (const one of begun) one.tell(unsaved);
    } else {
      window.addEventListener("submit", sync, { capture: true });
    }
  }
}

beginIn(document);
// Whoever writes in one of two versions means that one. What we put there by ourselves means nothing.
document.addEventListener("input", (event) => {
  const version = event.isTrusted && !event.target.matches("[type=radio]") && event.target.closest(".conflict .version");
  if (version) version.querySelector("[type=radio]").checked = true;
});
// A dialog may ask for a longer text too.
document.addEventListener("fields-shown", () => beginIn(document.getElementById("dialog") ?? document));
