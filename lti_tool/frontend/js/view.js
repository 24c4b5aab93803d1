// The view menu, and the switch on the sheet of hotkeys: choices show at once, and are kept with the person.
import { setHolding } from "./hold.js";
import { keepSetting } from "./settings.js";
import { showAs } from "./ways.js";

const shows = {
  scheme: (value) => {
    if (value) document.documentElement.dataset.theme = value;
    else delete document.documentElement.dataset.theme;
  },
  view: showAs,
  calm: (value) => {
    if (value === "yes") document.documentElement.dataset.view = "calm";
    else delete document.documentElement.dataset.view;
    setHolding(value === "yes");
  },
  announcements: (value) => { document.body.dataset.announcements = value; },
  hotkeys: (value) => { document.body.dataset.hotkeys = value === "yes" ? "on" : "off"; },
};

document.addEventListener("change", (event) => {
  const field = event.target;
  const show = field.closest?.("form[data-view]") && shows[field.name];
  if (!show) return;
  const value = field.type === "checkbox" && !field.checked ? "no" : field.value;
  show(value);
  keepSetting({ [field.name]: value });
  // The same switch may stand in the menu and on the sheet.
  for (const same of document.querySelectorAll(`form[data-view] [name="${field.name}"][type="checkbox"]`)) same.checked = field.checked;
});
