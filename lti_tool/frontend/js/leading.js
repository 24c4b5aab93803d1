// Says politely what facilitators have changed for everybody: the change itself comes as a part.
import { announce } from "./words.js";

const controls = () => document.getElementById("controls");

function state() {
  const { hides, voting, totals } = controls()?.dataset ?? {};
  return { frozen: document.getElementById("bar")?.hasAttribute("data-frozen"), hides: hides !== undefined, voting: voting ?? "", totals: totals !== undefined };
}

// What is told once, when it is new: the phase, what is presented, who calls, a raised hand, one's group.
const told = () => new Map([...document.querySelectorAll("[data-told]:not([hidden] *)")].map((place) => [place.dataset.told, place.textContent.replace(/\s+/g, " ").trim()]));

let before = state();
let heard = told();

function tell() {
  const now = state();
  const words = controls()?.dataset ?? {};
  const said = [];
  if (now.frozen !== before.frozen) said.push(now.frozen ? words.saidFrozen : words.saidThawed);
  if (now.hides !== before.hides) said.push(now.hides ? words.saidHidden : words.saidShown);
  if (now.voting !== before.voting) said.push(now.voting ? words.saidVoting.replace("{n}", now.voting) : words.saidVoted);
  if (now.totals && !before.totals) said.push(words.saidTotals);
  before = now;
  const there = told();
  for (const [what, text] of there) if (!heard.has(what)) said.push(text);
  heard = there;
  if (said.length) announce(said.join(" "));
}

document.addEventListener("parts-applied", tell);
