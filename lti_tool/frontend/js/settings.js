// Keeps a choice with the person. Not kept is no reason to disturb: the view has changed here, and the next visit may choose again.
// Whoever goes on at once takes it along: `keepalive` lets the request outlive the page.
import { ask } from "./requests.js";

export function keepSetting(values) {
  ask("/me/settings", { method: "POST", keepalive: true, body: new URLSearchParams(values) }).catch(() => {});
}
