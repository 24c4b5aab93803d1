// What word processors put on the clipboard: made into plain HTML before the editor reads it.
// Word writes lists as paragraphs that only look like points: "mso-list:l0 level2 lfo1".

const POINT = /mso-list:\s*(l\d+)\s+level(\d+)/i;
const NUMBERED = /^\s*(\d+|[a-z]|[ivx]+)[.)]/i;

// As data: an inline style would be refused by the content security policy, also in a document that nobody sees.
const withoutStyles = (html) => html.replace(/<style[^>]*>[^]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style=").replace(/\son\w+\s*=/gi, " data-x="));

export function tidyPasted(html) {
  const place = new DOMParser().parseFromString(withoutStyles(html), "text/html");
  for (const unseen of place.querySelectorAll("script, title, meta, link, xml, noscript, template, [hidden]")) unseen.remove();
  for (const gone of place.querySelectorAll("[data-style*='display:none' i], [data-style*='mso-hide:all' i]")) gone.remove();
  gatherLists(place);
  // Headings by name only, as some versions write them.
  for (const title of place.querySelectorAll("p.MsoTitle")) rename(title, "h2");
  for (const subtitle of place.querySelectorAll("p.MsoSubtitle")) rename(subtitle, "h3");
  for (const empty of place.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    if (!empty.textContent.replace(/\u00a0/g, " ").trim() && !empty.querySelector("br + *")) empty.remove();
  }
  for (const node of words(place.body)) node.data = node.data.replace(/\u00a0/g, " ");
  return place.body.innerHTML;
}

function* words(root) {
  const walk = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) yield walk.currentNode;
}

function rename(element, tag) {
  const made = element.ownerDocument.createElement(tag);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function gatherLists(place) {
  let lists = [];
  let before = null;
  for (const paragraph of [...place.querySelectorAll("[data-style*='mso-list' i]")]) {
    const point = POINT.exec(paragraph.dataset.style);
    if (!point || !paragraph.matches("p, h1, h2, h3, h4, h5, h6, div")) continue;
    const level = Math.min(Number(point[2]), 4);
    if (before === null || next(before) !== paragraph) lists = [];
    const tag = NUMBERED.test(markerOf(paragraph)) ? "ol" : "ul";
    while (lists.length > level) lists.pop();
    while (lists.length < level) {
      const list = place.createElement(lists.length === level - 1 ? tag : "ul");
      const around = lists.at(-1)?.lastElementChild;
      if (around) around.append(list);
      else if (lists.length) lists.at(-1).append(place.createElement("li")).append(list);
      else paragraph.before(list);
      lists.push(list);
    }
    const item = place.createElement("li");
    const line = place.createElement("p");
    line.append(...paragraph.childNodes);
    item.append(line);
    lists.at(-1).append(item);
    // The list stands in the paragraph's place: what follows that follows the list.
    if (lists[0].nextElementSibling === paragraph || paragraph.parentNode) paragraph.remove();
    before = lists[0];
  }
}

const next = (list) => list.nextElementSibling;

// The bullet or number itself is text in Word's paragraphs: it is taken out, and says of which kind the list is.
function markerOf(paragraph) {
  const marker = paragraph.querySelector("[data-style*='mso-list:ignore' i]");
  const text = marker?.textContent ?? "";
  marker?.remove();
  return text;
}
