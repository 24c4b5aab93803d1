// The comments of a note while their dialog is open, and those of a post on its page: they come and go by themselves, and what is being typed stays.
import { parse } from "./elements.js";
import { isTooLong } from "./counter.js";
import { place } from "./place.js";
import { ask } from "./requests.js";
import { refusal, sendAs, showRefusal } from "./send.js";
import { forgetTyped, remindBefore } from "./typed.js";
import { announce, say } from "./words.js";

const mine = new Set();
const listShown = () => document.querySelector("[data-comments]");

sendAs("form[data-comment]", (form) => {
  const field = form.elements.namedItem("text");
  const text = field.value;
  if (!text.trim()) {
    field.focus();
    return undefined;
  }
  if (isTooLong(field)) {
    showRefusal(form, refusal(say("tooLong", { over: [...text].length - field.dataset.limit })));
    return undefined;
  }
  return {
    done: (response) => {
      forgetTyped(form.action);
      if (!form.isConnected) return;
      if (field.value === text) field.value = "";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      remindBefore();
      announce(say("commentSent"));
      document.getElementById(`comment-${response.headers.get("X-Comment")}`)?.scrollIntoView({ block: "nearest" });
      field.focus();
    },
    refused: (html) => showRefusal(form, html),
    stalled: () => showRefusal(form, refusal(`${say("lost")} ${say("lostText")}`)),
  };
});

// Deleting leaves the dialog open, and the pressed button goes away: the focus goes to what stands before, or to what stays of it when there are answers.
sendAs("[data-comments] form", (form) => {
  const item = form.closest(".comment");
  const heir = item.previousElementSibling ?? item.nextElementSibling ?? document.querySelector("#dialog-title, #comment-text");
  return {
    done: () => { if (document.activeElement === document.body) (document.getElementById(item.id) ?? heir)?.focus({ preventScroll: true }); },
    refused: (html) => showRefusal(form, html),
    stalled: () => announce(say("waiting")),
  };
});

function overlay() {
  for (const item of document.querySelectorAll(".comment[data-mine]")) mine.add(item.id);
  for (const item of mine) document.getElementById(item)?.setAttribute("data-mine", "");
}

// Changes were missed: the list is laid over anew, the form is left alone.
async function layAnew() {
  const list = listShown();
  if (!list) return;
  const answer = await ask(list.dataset.comments).catch(() => null);
  if (!answer?.ok || !list.isConnected) return;
  const fresh = [...parse(await answer.text()).querySelectorAll(".comment")];
  const stays = new Set(fresh.map((item) => item.id));
  for (const item of [...list.children]) if (!stays.has(item.id)) item.remove();
  for (const item of fresh) place(list, item);
  overlay();
}

// Before it is shown: the stream may bring it without saying whose it is.
document.addEventListener("own-comment", ({ detail }) => mine.add(`comment-${detail}`));
document.addEventListener("fields-shown", overlay);
document.addEventListener("parts-applied", overlay);
document.addEventListener("board-read-anew", layAnew);
