// Banners above the page: the state of the connection and of the session. One of each name.
import { button, element, icon } from "./elements.js";
import { say } from "./words.js";

const pictures = { warn: "offline", good: "check", bad: "warn", info: "info" };

export function showBanner(name, { kind = "warn", strong = "", text = "", acts = [], closable = false, below }) {
  const region = document.getElementById("banners");
  if (!region) return;
  const shown = document.getElementById(`banner-${name}`);
  const signature = [kind, strong, text].join("|");
  if (shown?.dataset.says === signature) return;
  const words = element("div", {}, element("strong", {}, strong), ` ${text}`);
  if (below) words.append(below);
  const banner = element(
    "div",
    { class: kind === "info" ? "banner" : `banner ${kind}`, id: `banner-${name}`, "data-says": signature },
    icon(pictures[kind]), words, ...acts,
  );
  if (closable) {
    banner.append(button(say("close"), () => hideBanner(name), { kind: "bare quiet", picture: "close" }));
  }
  if (shown) shown.replaceWith(banner);
  else region.append(banner);
}

export function hideBanner(name) {
  document.getElementById(`banner-${name}`)?.remove();
}
