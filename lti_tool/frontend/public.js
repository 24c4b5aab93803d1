// For the pages before login, which may stand in a frame where nothing is known about anybody yet.
import "./js/early.js";
import "./js/continue.js";
import "./js/goes_on.js";
import "./js/prove.js";
import "./js/copy.js";
import "./js/close.js";
