// The workbench of the preview. The page does its work without a script; this makes the work quick, by keyboard or thumb.

import { form, list, panes, say } from "./page.js";
import { current, marked, pieceOf, reach } from "./pieces.js";
import { DO, done, endRun, give, split } from "./doing.js";
import { findTyped, typed } from "./fields.js";
import { listenToKeys } from "./keys.js";
import { listenToPointer } from "./pointing.js";
import { chooseOfMeeting, hasUnkept, leave, press, stayHere } from "./sending.js";
import { makeCurrent, show, turnTo } from "./showing.js";

list.addEventListener("focusin", (event) => {
  const piece = event.target.closest(".piece");
  if (piece && piece !== current) {
    makeCurrent(piece);
  }
});

form.addEventListener("input", (event) => {
  const piece = event.target.closest(".piece");
  if (event.target.matches(".piece-mark")) {
    endRun();
    say(`${marked().length} marked`);
  } else if (piece) {
    typed.add(piece);
  } else if (event.target.closest("#record")) {
    chooseOfMeeting();
  }
});

form.addEventListener("click", (event) => {
  const button = event.target.closest("button[type=button]");
  if (button?.dataset.do) {
    DO[button.dataset.do]();
  } else if (button?.dataset.sideOf) {
    turnTo(button.dataset.sideOf);
  }
});

form.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (!button || button.hasAttribute("formaction")) {
    leave();
    return;
  }
  event.preventDefault();
  event.stopPropagation(); // it is not sent: it may be pressed again at once
  const piece = button.closest(".piece");
  if (button.dataset.do) {
    DO[button.dataset.do]();
  } else if (button.name === "close") {
    done(piece);
  } else if (button.name === "split") {
    split(piece);
  } else if (button.name === "give") {
    give(form.elements.run_kind.value);
  } else {
    press(() => (button.name ? [[button.name, button.value]] : []));
  }
});

window.addEventListener("beforeunload", (event) => {
  if (hasUnkept()) {
    event.preventDefault();
  }
});
window.addEventListener("pageshow", stayHere);

for (const link of panes.source.querySelectorAll("a")) {
  link.tabIndex = -1; // hundreds of them; each piece leads to its lines, and a press on a line to its piece
}
for (const piece of list.children) {
  reach(piece, { byTab: false });
}
listenToKeys();
listenToPointer();
findTyped();
turnTo("structure");
const asked = pieceOf(window.location.hash);
if (asked) {
  show(asked, "link");
} else {
  makeCurrent(list.firstElementChild);
}
