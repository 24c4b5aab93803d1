// The words that the script shows come in a file of the page's language (web/script_words.py).

const words = globalThis.words ?? {};

// What else the page tells its script: where the course is.
export const page = document.getElementById("page")?.dataset ?? {};

export function say(key, values = {}) {
  return (words[key] ?? "").replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function timeNow() {
  const language = document.documentElement.lang || undefined;
  const time = new Intl.DateTimeFormat(language, { hour: "numeric", minute: "2-digit" }).format(new Date());
  return ["fi", "sv"].includes(language) ? time.replace(":", ".") : time;
}

let said = 0;
let saying = [];
export const lastSaid = () => said;

// Polite words for those who listen. Emptied first, so that the same words are read again; what is told at once is said together.
export function announce(text) {
  const status = document.getElementById("status");
  if (!status || !text) return;
  said = Date.now();
  status.textContent = "";
  if (saying.push(text) > 1) return;
  setTimeout(() => {
    status.textContent = saying.join(" ");
    saying = [];
  }, 60);
}
