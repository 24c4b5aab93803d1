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

async function open(form, address) {
  const body = bodyOf(form);
  if (address) body.set("address", address);
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
  if (!framed) for (const link of document.querySelectorAll("a[data-beside]")) link.target = "_blank";
}

document.addEventListener("submit", (event) => {
  const form = event.target.closest("form[data-own-window]");
  if (!form) return;
  event.preventDefault();
  open(form);
});

// What is shared in a call stands beside the page from which somebody leads.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-beside]");
  const form = document.querySelector("form[data-own-window]");
  if (!link || !form || !framed || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  link.closest("details")?.removeAttribute("open");
  open(form, link.getAttribute("href"));
});
show();
