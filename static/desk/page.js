// The workbench as it stands on the page: its form, its two panes, and where it says what happened.

export const form = document.querySelector("form[data-desk]");
export const list = form.querySelector(".workbench-rows");
export const panes = {
  structure: form.querySelector(".workbench-structure"),
  source: form.querySelector(".workbench-source"),
};
export const narrow = window.matchMedia("(max-width: 64rem)");
export const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

const said = document.querySelector("[data-said]"); // read out
const told = form.querySelectorAll("[data-told]"); // seen: beside the buttons, and on a telephone above the tools

export function say(words) {
  for (const place of [said, ...told]) {
    place.textContent = words;
  }
}
