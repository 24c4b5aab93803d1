// Asks the platform's page to close the window that it opened for us (LTI dynamic registration 3.8). It says nothing else,
// so any page may hear it.

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("[data-close]")) return;
  (window.opener || window.parent).postMessage({ subject: "org.imsglobal.lti.close" }, "*");
});
