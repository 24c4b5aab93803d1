// Keeps a choice with the person. Not kept is no reason to disturb: the view has changed here, and the next visit may choose again.
import { ask } from "./requests.js";

export function keepSetting(values) {
  ask("/me/settings", { method: "POST", body: new URLSearchParams(values) }).catch(() => {});
}
