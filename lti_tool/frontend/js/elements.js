// Small builders for the few elements which the script makes by itself.

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  use.setAttribute("href", `#i-${name}`);
  drawing.append(use);
  return drawing;
}

export function button(label, act, { kind = "", picture = "" } = {}) {
  const made = element("button", { type: "button", class: `button small ${kind}`.trim() });
  if (picture) made.append(icon(picture), element("span", { class: "word" }, label));
  else made.append(label);
  made.addEventListener("click", act);
  return made;
}

export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  return template.content;
}
