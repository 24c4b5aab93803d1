// A window of its own, outside the platform's frame, where the frame's cookies are not seen:
// a ticket is fetched here and spent there by a form that opens the window.
import { element } from "./elements.js";
import { ask } from "./requests.js";
import { bodyOf } from "./send.js";

const framed = window.self !== window.top;

function spend(action, values) {
  const form = element("form", { method: "post", action, target: "_blank", hidden: "" });
  for (const [name, value] of Object.entries(values)) form.append(element("input", { type: "hidden", name, value }));
  document.body.append(form);
  form.submit();
  form.remove();
}

async function open(form) {
  const body = bodyOf(form);
  try {
    const answer = await ask(form.getAttribute("action"), {
      method: "POST", body, headers: { Accept: "application/json" },
    });
    if (!answer.ok) throw new Error(answer.status);
    const { ticket, action, secret } = await answer.json();
    spend(action, { ticket, secret, address: body.get("address") ?? location.pathname });
  } catch {
    // The plain form does the same with one page in between.
    form.submit();
  }
}

function show() {
  for (const form of document.querySelectorAll("form[data-own-window]")) form.hidden = !framed;
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-own-window]");
  if (!form) return;
  event.preventDefault();
  open(form);
});
show();
