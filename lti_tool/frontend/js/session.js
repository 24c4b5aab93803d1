// The visit has ended, or this page is no longer ours: nothing more is asked, and the page says how to come back.
import { showBanner } from "./banners.js";
import { element } from "./elements.js";
import { page, say } from "./words.js";

export function signedOut(acts = []) {
  const back = page.return;
  const link = back ? [element("a", { class: "button small", href: back, target: "_top" }, say("returnText"))] : [];
  showBanner("session", { kind: "bad", strong: say("signedOut"), text: say("signedOutText"), acts: [...link, ...acts] });
}
