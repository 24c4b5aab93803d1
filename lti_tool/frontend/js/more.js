// More posts when the end of the list comes into sight: a few times by itself, then when asked, so that what stands below stays within reach.
import { ask } from "./requests.js";

const BY_ITSELF = 3;
const AHEAD = "400px";
let left = BY_ITSELF;
let underWay = false;

const watch = new IntersectionObserver((seen) => {
  if (left > 0 && seen.some(({ isIntersecting }) => isIntersecting)) {
    left -= 1;
    load();
  }
}, { rootMargin: AHEAD });

async function load(isAsked = false) {
  const link = document.querySelector("[data-more]");
  if (!link || underWay) return;
  underWay = true;
  try {
    const address = new URL(link.href);
    address.hash = "";
    const shown = address.href;
    address.searchParams.set("part", "yes");
    const answer = await ask(address, { headers: { "X-Requested-Part": "" } });
    if (!answer.ok) throw new Error(answer.status);
    const more = new DOMParser().parseFromString(await answer.text(), "text/html");
    const list = document.getElementById("wall-posts");
    const cards = [...more.querySelectorAll("li.post")].filter(({ id }) => !document.getElementById(id));
    list.append(...cards);
    history.replaceState(history.state, "", shown); // back from a post leads to as many
    const next = more.querySelector("[data-more]");
    if (next) {
      link.href = next.href;
      watch.unobserve(link); // asks anew whether its end is in sight
      watch.observe(link);
    } else {
      link.closest("p").remove();
    }
    document.dispatchEvent(new Event("parts-applied"));
    if (isAsked) cards[0]?.querySelector("a")?.focus();
  } catch {
    if (isAsked) location.assign(link.href);
  } finally {
    underWay = false;
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("[data-more]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  left = BY_ITSELF;
  load(true);
});

const first = document.querySelector("[data-more]");
if (first) watch.observe(first);
