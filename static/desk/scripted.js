// Loaded before the page is drawn, so that it is drawn once: the clerk's desk has its script.
document.documentElement.classList.add("is-scripted");
