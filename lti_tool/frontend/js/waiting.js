// A note that has left its composer and is not on the board yet: shown where it was written, with its state in words.
import { button, element, icon, parse } from "./elements.js";
import { say } from "./words.js";

// A quick answer needs no such note.
const PATIENCE = 400;

export class WaitingNote {
  constructor(list, text, colour, language) {
    this.list = list;
    this.state = element("p", { class: "state" }, icon("clock"), say("sending"));
    this.words = element("p", { class: "text", lang: language }, text);
    this.item = element("li", { class: `note waiting ${colour}` }, this.words, this.state);
    this.timer = setTimeout(() => this.show(), PATIENCE);
  }

  show() {
    clearTimeout(this.timer);
    if (this.item.isConnected || !this.list.isConnected) return;
    const others = this.list.querySelectorAll(":scope > .waiting");
    if (others.length) [...others].at(-1).after(this.item);
    else this.list.prepend(this.item);
  }

  wait() {
    this.state.replaceChildren(icon("offline"), say("waiting"));
    this.show();
  }

  // Refused while the composer already holds the next text: both stay.
  refuse(html, takeBack) {
    const drop = button(say("takeBack"), () => { this.remove(); takeBack(); });
    this.state.replaceChildren(parse(html), drop);
    this.show();
  }

  remove() {
    clearTimeout(this.timer);
    this.item.remove();
  }
}
