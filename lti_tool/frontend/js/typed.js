// What has been typed into the dialog. Closing keeps it for the next opening of the same address in this page.

const kept = new Map();
let before = "";

const dialog = () => document.getElementById("dialog");
// A choice is quickly made again; only what was written is worth keeping.
const formIn = (place) => place?.querySelector('form[data-send] :is(textarea, input[type="text"])')?.form;
// The operation id belongs to one sending, not to what was typed.
const entries = (form) => [...new FormData(form)].filter(([name, value]) => name !== "op" && !(value instanceof File));
const written = (form) => JSON.stringify(entries(form));

export function remindBefore() {
  const form = formIn(dialog());
  before = form ? written(form) : "";
}

export function typedInDialog() {
  const form = formIn(dialog());
  return Boolean(form && written(form) !== before);
}

export function keepTyped(address) {
  if (address && typedInDialog()) kept.set(address, entries(formIn(dialog())));
}

export function forgetTyped(address) {
  kept.delete(address);
}

// Puts back what was typed, hidden fields too: the version on which the text was based belongs to it.
export function putBackTyped(address) {
  const form = formIn(dialog());
  const typed = kept.get(address);
  if (!form || !typed) return false;
  for (const [name, value] of typed) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = true;
    else if (field && "value" in field) field.value = value;
  }
  return true;
}
