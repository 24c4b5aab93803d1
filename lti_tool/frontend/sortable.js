// What drags things, as it comes: js/drag.js asks for it when it is first needed.
import Sortable from "sortablejs";

globalThis.Sortable = Sortable;
