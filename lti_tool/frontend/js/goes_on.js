// A form that goes on by itself, to the platform. Without us its button is pressed by hand.

document.querySelector("form[data-goes-on]")?.submit();
