// The words that the script shows are written by the page, in its language: #words[data-…].

const page = document.getElementById("words")?.dataset ?? {};

export function say(key, values = {}) {
  return (page[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function timeNow() {
  const language = document.documentElement.lang || undefined;
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date());
  return ["fi", "sv"].includes(language) ? time.replace(":", ".") : time;
}

let said = 0;
export const lastSaid = () => said;

// Polite words for those who listen. Emptied first, so that the same words are read again.
export function announce(text) {
  const status = document.getElementById("status");
  if (!status || !text) return;
  said = Date.now();
  status.textContent = "";
  setTimeout(() => { status.textContent = text; }, 60);
}
