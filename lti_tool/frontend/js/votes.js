// Which notes have my vote, and how many votes I have left: laid over the board that all receive alike.
import { sendAs, showRefusal } from "./send.js";
import { announce, say } from "./words.js";

let given = numbers(document.getElementById("columns")?.dataset.votes);

const controls = () => document.getElementById("controls");

function numbers(list) {
  return new Set((list ?? "").split(" ").filter(Boolean));
}

// A vote for any note of a stack is a vote for the stack.
const isVoted = (note) => given.has(note.dataset.note) || [...note.querySelectorAll("[data-member]")].some((member) => given.has(member.dataset.member));

// Votes for notes that were deleted are free again.
const spent = () => [...given].filter((number) => document.getElementById(`note-${number}`) ?? document.getElementById(`member-${number}`)).length;

function overlay() {
  for (const note of document.querySelectorAll(".note[data-note]")) note.toggleAttribute("data-voted", isVoted(note));
  const each = Number(controls()?.dataset.voting ?? 0);
  if (!each) return;
  const left = Math.max(0, each - spent());
  const words = controls().querySelector("[data-left]");
  if (words) words.textContent = leftWords(left);
  for (const [place, dot] of [...controls().querySelectorAll("[data-dots] use")].entries()) {
    const picture = place < each - left ? "voted" : "vote";
    dot.setAttribute("href", `#i-${picture}`);
  }
}

const leftWords = (n) => (controls()?.dataset.saidLeft ?? "").replace("{n}", n);

export function takeVotes(list) {
  given = numbers(list);
  overlay();
}

sendAs("form[data-vote]", (form) => {
  const hadFocus = form.contains(document.activeElement);
  return {
    done: (response) => {
      takeVotes(response.headers.get("X-Votes"));
      // The pressed button has given way to its opposite.
      if (hadFocus) [...form.querySelectorAll("button")].find((button) => button.checkVisibility?.() !== false)?.focus({ preventScroll: true });
      announce(controls()?.querySelector("[data-left]")?.textContent);
    },
    refused: (html) => showRefusal(null, html),
    stalled: () => announce(say("waiting")),
  };
});

document.addEventListener("read-anew", (event) => takeVotes(event.detail.get("X-Votes")));
document.addEventListener("parts-applied", overlay);
overlay();
