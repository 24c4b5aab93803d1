// What can be done to a text, by button and by key.
import { baseKeymap, chainCommands, exitCode, lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import { InputRule, inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { schema } from "./schema.js";

const { nodes, marks } = schema;

export function isInside(state, type, attrs) {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const node = $from.node(depth);
    if (node.type === type && (!attrs || node.hasMarkup(type, attrs))) return true;
  }
  return false;
}

export function hasMark({ selection, doc, storedMarks }, type) {
  const { from, $from, to, empty } = selection;
  return empty ? Boolean(type.isInSet(storedMarks ?? $from.marks())) : doc.rangeHasMark(from, to, type);
}

const heading = (level) => (state, dispatch) => (isInside(state, nodes.heading, { level })
  ? setBlockType(nodes.paragraph)(state, dispatch)
  : setBlockType(nodes.heading, { level })(state, dispatch));

// In a list of the other kind it becomes one of this kind.
const list = (type, other) => (state, dispatch) => {
  if (!isInside(state, nodes.list_item)) return chainCommands(wrapInList(type), madeParagraph(wrapInList(type)))(state, dispatch);
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if ($from.node(depth).type === type) return liftListItem(nodes.list_item)(state, dispatch);
    if ($from.node(depth).type === other) {
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), type));
      return true;
    }
  }
  return false;
};

// A heading becomes a point of a list as a paragraph does.
const madeParagraph = (command) => (state, dispatch) => {
  let made = state;
  if (!setBlockType(nodes.paragraph)(state, (tr) => { made = state.apply(tr); })) return false;
  return command(made, dispatch && ((tr) => {
    setBlockType(nodes.paragraph)(state, dispatch);
    dispatch(tr);
  }));
};

const quote = (state, dispatch) => (isInside(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch));

const newLine = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

export const acts = {
  h2: { does: heading(2), is: (state) => isInside(state, nodes.heading, { level: 2 }) },
  h3: { does: heading(3), is: (state) => isInside(state, nodes.heading, { level: 3 }) },
  strong: { does: toggleMark(marks.strong), is: (state) => hasMark(state, marks.strong) },
  em: { does: toggleMark(marks.em), is: (state) => hasMark(state, marks.em) },
  ul: { does: list(nodes.bullet_list, nodes.ordered_list), is: (state) => isInside(state, nodes.bullet_list) },
  ol: { does: list(nodes.ordered_list, nodes.bullet_list), is: (state) => isInside(state, nodes.ordered_list) },
  quote: { does: quote, is: (state) => isInside(state, nodes.blockquote) },
  link: { does: null, is: (state) => hasMark(state, marks.link) },
  undo: { does: undo },
  redo: { does: redo },
};

export const keys = (askForLink) => ({
  ...baseKeymap,
  "Mod-b": acts.strong.does, "Mod-i": acts.em.does, "Mod-k": askForLink,
  "Mod-Alt-2": acts.h2.does, "Mod-Alt-3": acts.h3.does,
  "Mod-Shift-8": acts.ul.does, "Mod-Shift-7": acts.ol.does, "Mod-Shift-9": acts.quote.does,
  "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo,
  "Shift-Enter": newLine, "Mod-Enter": newLine,
  Enter: chainCommands(splitListItem(nodes.list_item), baseKeymap.Enter),
  "Mod-]": sinkListItem(nodes.list_item), "Mod-[": liftListItem(nodes.list_item),
  "Alt-Shift-ArrowRight": sinkListItem(nodes.list_item), "Alt-Shift-ArrowLeft": liftListItem(nodes.list_item),
});

// As word processors do it: a hyphen or a number at the beginning of a line makes a list.
export const whileTyping = inputRules({
  rules: [
    wrappingInputRule(/^\s*[-•*]\s$/, nodes.bullet_list),
    wrappingInputRule(/^1[.)]\s$/, nodes.ordered_list),
    new InputRule(/--\s$/, "– "),
  ],
});
