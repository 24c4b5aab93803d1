// What a rich text can hold: the same as the server keeps (web/rich_text.py).
import { Schema } from "prosemirror-model";

const GOOD_ADDRESS = /^((https?:\/\/|mailto:)[^\s\\<>"]+|\/(?![/\\])[^\s\\<>"]*)$/i;
const LANGUAGES = ["fi", "sv", "en"];

export const isGoodAddress = (href) => GOOD_ADDRESS.test(href);

const heading = (level, ...tags) => tags.map((tag) => ({ tag, attrs: { level } }));

export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
    heading: {
      attrs: { level: { default: 2 } },
      content: "inline*",
      group: "block",
      defining: true,
      parseDOM: [...heading(2, "h1", "h2"), ...heading(3, "h3", "h4", "h5", "h6")],
      toDOM: (node) => [`h${node.attrs.level}`, 0],
    },
    bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
    ordered_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
    list_item: {
      content: "paragraph (paragraph | bullet_list | ordered_list)*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    blockquote: {
      content: "paragraph+",
      group: "block",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    text: { group: "inline" },
    hard_break: {
      inline: true,
      group: "inline",
      selectable: false,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [{
        tag: "a[href]",
        getAttrs: (link) => (isGoodAddress(link.getAttribute("href").trim()) ? { href: link.getAttribute("href").trim() } : false),
      }],
      toDOM: ({ attrs }) => ["a", { href: attrs.href }, 0],
    },
    strong: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (node) => !/normal/.test(node.dataset.style ?? "") && null },
        { tag: "span[data-style]", getAttrs: (node) => /font-weight:\s*(bold|[6-9]00)/i.test(node.dataset.style) && null },
      ],
      toDOM: () => ["strong", 0],
    },
    em: {
      parseDOM: [
        { tag: "em" }, { tag: "i" },
        { tag: "span[data-style]", getAttrs: (node) => /font-style:\s*italic/i.test(node.dataset.style) && null },
      ],
      toDOM: () => ["em", 0],
    },
    language: {
      attrs: { lang: {} },
      inclusive: false,
      parseDOM: [{
        tag: "span[lang]",
        getAttrs: (node) => (LANGUAGES.includes(node.lang.slice(0, 2)) && !node.dataset.style ? { lang: node.lang.slice(0, 2) } : false),
      }],
      toDOM: ({ attrs }) => ["span", { lang: attrs.lang }, 0],
    },
  },
});
