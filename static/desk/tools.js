// The tools above the pieces say what they are about, and offer what makes sense for it.

import { form, list } from "./page.js";
import { marked, numberOf, targets } from "./pieces.js";

const which = form.querySelector("[data-which]");
const out = form.querySelector("[data-do=out] span");
const tools = [...form.querySelectorAll("[data-do]:not([data-do=undo])")];

export function showTools() {
  const some = marked();
  const chosen = targets();
  for (const piece of list.querySelectorAll(".is-marked")) {
    piece.classList.remove("is-marked");
  }
  some.forEach((piece) => piece.classList.add("is-marked"));
  form.classList.toggle("has-marked", some.length > 0);
  which.textContent = some.length ? `${some.length} marked` : chosen.length ? `Piece ${numberOf(chosen[0])}` : "No piece chosen";
  const isOut = chosen.length > 0 && chosen.every((piece) => piece.classList.contains("is-left_out"));
  out.textContent = isOut ? "Take in again" : "Leave out";
  for (const button of tools) {
    const needsOne = ["edit", "join", "split"].includes(button.dataset.do);
    button.disabled = !chosen.length || (needsOne && chosen.length > 1);
  }
}
