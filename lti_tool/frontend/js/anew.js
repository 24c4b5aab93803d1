// Reads the whole board anew when single changes do not suffice, and lays it over the one that is shown:
// part by part, so that open composers, focus and what is being typed stay.
import { remember } from "./board.js";
import { parse } from "./elements.js";
import { farewell, inTurn } from "./parts.js";
import { gently, morph, place, refreshColumn, settle } from "./place.js";
import { rememberReactions } from "./reactions.js";
import { ask } from "./requests.js";

// Answers the number of the last change that the parts contain, or nothing when they could not be read.
export function readAnew() {
  let seq;
  return inTurn(async () => {
    const board = document.getElementById("columns");
    const answer = await ask(board.dataset.parts);
    if (!answer.ok) return;
    seq = answer.headers.get("Live-Seq");
    const role = answer.headers.get("X-Role");
    if (role) document.body.dataset.role = role;
    for (const note of (answer.headers.get("X-Mine") ?? "").split(" ").filter(Boolean)) remember(note);
    rememberReactions(answer.headers.get("X-Reactions") ?? "");
    const fresh = parse(await answer.text());
    await gently(() => layOver(board, fresh));
    document.dispatchEvent(new CustomEvent("read-anew", { detail: answer.headers }));
    document.dispatchEvent(new Event("parts-applied"));
    document.dispatchEvent(new Event("board-read-anew"));
  }).then(() => seq);
}

function layOver(board, fresh) {
  const columns = [...fresh.querySelectorAll(".column")];
  const notes = [...fresh.querySelectorAll(".note[data-note]")];
  const stays = new Set([...columns, ...notes].map((item) => item.id));
  for (const column of columns) layColumn(board, column);
  for (const gone of board.querySelectorAll(".note[data-note], .column")) {
    if (stays.has(gone.id)) continue;
    farewell(gone);
    gone.remove();
  }
  for (const name of ["bar", "controls", "marks", "my-group"]) {
    const shown = document.getElementById(name);
    const anew = fresh.querySelector(`#${name}`);
    if (shown && anew) morph(shown, anew);
  }
}

function layColumn(board, fresh) {
  const shown = document.getElementById(fresh.id);
  const notes = [...fresh.querySelector(".notes").children];
  if (!shown) {
    // The notes may still stand in another column of this page: they are moved, not doubled.
    fresh.querySelector(".notes").replaceChildren();
    settle(board, fresh);
  } else {
    refreshColumn(shown, fresh);
    settle(board, shown);
    for (const piece of [":scope > header", ":scope > .pile"]) morph(shown.querySelector(piece), fresh.querySelector(piece));
  }
  const list = (shown ?? fresh).querySelector(":scope > .notes");
  for (const note of notes) place(list, note);
}
