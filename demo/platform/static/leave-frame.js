// The course belongs around the frame, not into it.
if (window.top !== window) window.top.location = document.getElementById("back").href;
