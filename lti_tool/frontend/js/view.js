// The view menu: the colours change at once, and the choice is kept with the person.
import { ask } from "./requests.js";
import { bodyOf } from "./send.js";

document.addEventListener("change", (event) => {
  const form = event.target.closest?.("form[data-view]");
  if (!form) return;
  if (event.target.name === "scheme") {
    if (event.target.value) document.documentElement.dataset.theme = event.target.value;
    else delete document.documentElement.dataset.theme;
  }
  // Not kept is no reason to disturb: the view has changed here, and the next visit may choose again.
  ask(form.getAttribute("action"), { method: "POST", body: bodyOf(form) }).catch(() => {});
});
