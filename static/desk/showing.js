// A piece and its lines show each other: beside each other on a desk, one of the two sides at a time on a telephone.

import { calm, form, list, narrow, panes } from "./page.js";
import { choose, current, reach } from "./pieces.js";
import { showTools } from "./tools.js";

const BELOW_THE_TOOLS = 100; // pixels that the tools hide of their pane

function linesOf(piece) {
  const lines = [];
  for (let line = Number(piece.dataset.first); line <= Number(piece.dataset.last); line += 1) {
    const found = document.getElementById(`line-${line}`);
    if (found) {
      lines.push(found);
    }
  }
  return lines;
}

// Only the pane moves, never the page; nothing moves where it is to be seen already.
function reveal(pane, element) {
  const room = pane.getBoundingClientRect();
  const there = element.getBoundingClientRect();
  const top = room.top + (pane === panes.structure ? BELOW_THE_TOOLS : 8);
  if (there.top < top || there.bottom > room.bottom - 8) {
    const behavior = calm.matches ? "auto" : "smooth";
    pane.scrollTo({ top: pane.scrollTop + there.top - top - pane.clientHeight / 6, behavior });
  }
}

export function makeCurrent(piece) {
  if (current && current !== piece) {
    current.removeAttribute("aria-current");
    reach(current, { byTab: false });
  }
  choose(piece);
  piece.setAttribute("aria-current", "true");
  reach(piece, { byTab: true });
  for (const line of panes.source.querySelectorAll(".is-shown")) {
    line.classList.remove("is-shown");
  }
  const lines = linesOf(piece);
  for (const line of lines) {
    line.classList.add("is-shown");
  }
  showTools();
  return lines;
}

// `by` is where one comes from: "keys", "source" (a line was pressed), "structure" (the piece was), or "link".
export function show(piece, by) {
  const lines = makeCurrent(piece);
  if (by === "source" && narrow.matches) {
    turnTo("structure");
  }
  piece.focus({ preventScroll: true });
  if (by === "source" && !narrow.matches) {
    reveal(panes.structure, piece);
  } else if (by !== "structure") {
    piece.scrollIntoView({ block: narrow.matches && by !== "keys" ? "center" : "nearest" });
  }
  if (by !== "source" && lines.length && !narrow.matches) {
    reveal(panes.source, lines[0]);
  }
}

export function turnTo(side) {
  form.querySelector(".workbench").dataset.side = side;
  for (const button of form.querySelectorAll("[data-side-of]")) {
    button.setAttribute("aria-pressed", String(button.dataset.sideOf === side));
  }
}

// On a telephone the lines of the source unfold below their piece.
export function fold(link) {
  const piece = link.closest(".piece");
  const there = piece.querySelector(".source-lines");
  link.setAttribute("aria-expanded", String(!there));
  if (there) {
    there.remove();
    return;
  }
  const copy = document.createElement("ol");
  copy.className = "source-lines";
  for (const line of linesOf(piece)) {
    const shown = line.cloneNode(true);
    shown.removeAttribute("id");
    shown.classList.remove("is-shown");
    const label = document.createElement("span");
    label.textContent = line.firstElementChild.textContent;
    shown.firstElementChild.replaceWith(label);
    copy.append(shown);
  }
  link.parentElement.after(copy);
}

// The place of a piece that is not there any more, from 0, as near as may be.
export const nearest = (place) => list.children[Math.min(place, list.children.length - 1)];
