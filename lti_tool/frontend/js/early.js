// Says at once that our script is here: the styles then hide what only plain forms need.
document.documentElement.classList.add("js");
