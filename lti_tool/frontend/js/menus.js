// details.menu: one open at a time, closed by a click elsewhere, by Escape, and when the focus goes on.

const open = () => [...document.querySelectorAll("details.menu[open]")];

function closeAllBut(kept) {
  for (const menu of open()) if (menu !== kept && !menu.contains(kept)) menu.removeAttribute("open");
}

// Opens upwards where there is no room below: in the part of the page that scrolls, or in the frame.
function turn(menu) {
  const sheet = menu.querySelector(".sheet");
  if (!sheet) return;
  menu.removeAttribute("data-up");
  const scroller = menu.closest(".board, .outline, main");
  const bounds = scroller?.getBoundingClientRect();
  const scrolls = scroller && getComputedStyle(scroller).overflowY !== "visible";
  const top = Math.max(0, scrolls ? bounds.top : 0);
  const bottom = Math.min(innerHeight, scrolls ? bounds.bottom : innerHeight);
  const room = menu.getBoundingClientRect().top - top;
  const { height, bottom: end } = sheet.getBoundingClientRect();
  if (end <= bottom) return;
  if (room > height) menu.setAttribute("data-up", "");
  else if (menu.closest("main")) sheet.scrollIntoView({ block: "nearest" });
}

// toggle does not bubble, so it is caught on its way down.
document.addEventListener("toggle", (event) => {
  const menu = event.target;
  if (!menu.matches?.("details.menu") || !menu.open) return;
  closeAllBut(menu);
  turn(menu);
}, true);

document.addEventListener("pointerdown", (event) => {
  closeAllBut(event.target.closest?.("details.menu"));
});

document.addEventListener("focusin", (event) => {
  closeAllBut(event.target.closest?.("details.menu"));
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || event.defaultPrevented) return;
  const menu = open().at(-1);
  if (!menu) return;
  event.preventDefault();
  const hadFocus = menu.contains(document.activeElement);
  menu.removeAttribute("open");
  if (hadFocus) menu.querySelector("summary").focus();
});
