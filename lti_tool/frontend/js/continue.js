// The login page asks whether the cookie it just set came back. If it did, the login goes on by itself;
// if not, the page offers a window of its own. Without us the button is pressed by hand.

const form = document.getElementById("continue");

async function cameBack() {
  try {
    const answer = await fetch(form.dataset.check, { credentials: "same-origin", cache: "no-store" });
    return answer.ok && (await answer.json()).came_back === true;
  } catch {
    return false;
  }
}

function offerWindow() {
  const offered = document.getElementById("window-part");
  // Without another way the button stays.
  if (!offered) return;
  document.getElementById("continue-part")?.setAttribute("hidden", "");
  offered.hidden = false;
}

if (form) {
  cameBack().then((came) => {
    if (came) form.submit();
    else offerWindow();
  });
}
