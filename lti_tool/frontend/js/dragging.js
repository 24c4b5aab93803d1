// What all that can be dragged has in common. The script that does the dragging comes when a pointer first comes near:
// it is a quarter of all our script, and whoever reads, writes or uses keys never needs it.
import { element } from "./elements.js";

const REST = 1_000;  // milliseconds
const still = matchMedia("(prefers-reduced-motion: reduce)").matches || document.documentElement.dataset.view === "calm";

export const shared = {
  animation: still ? 0 : 120,
  // A finger that moves at once wants to scroll.
  delay: 250,
  delayOnTouchOnly: true,
  touchStartThreshold: 6,
  preventOnFilter: false,
};

// A mouse comes over the places before it presses. A finger presses at once, so for fingers it comes when the page is at rest.
export function whenNear(places, address, attach) {
  let asked = false;
  const wait = () => { for (const place of places) place.addEventListener("pointerover", load, { once: true }); };

  function load() {
    if (asked) return;
    asked = true;
    if (globalThis.Sortable) return attach();
    const script = element("script", { src: address });
    script.addEventListener("load", attach);
    script.addEventListener("error", () => { asked = false; wait(); });  // no connection just now
    document.head.append(script);
  }

  wait();
  if (places.length && matchMedia("(pointer: coarse)").matches) addEventListener("load", () => setTimeout(load, REST));
}
