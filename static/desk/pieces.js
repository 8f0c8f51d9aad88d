// The pieces: which is the current one, which are marked, and how they are put in the place of others and counted anew.

import { list, panes } from "./page.js";

const replaced = new WeakMap(); // what an answer put in the place of a piece
const twins = new WeakMap(); // the same, where it is the same piece

export let current = null;

export function choose(piece) {
  current = piece;
}

export const numberOf = (piece) => piece.id.slice("block-".length);
export const pieceOf = (hash) => (/^#block-\d+$/.test(hash) ? document.getElementById(hash.slice(1)) : null);
export const marked = () => [...list.querySelectorAll(".piece-mark:checked")].map((box) => box.closest(".piece"));
export const twinOf = (piece) => twins.get(piece);

// Of hundreds of pieces one is reached by Tab, with what stands in it; arrows and keys lead from piece to piece.
export function reach(piece, { byTab }) {
  for (const part of [piece, ...piece.querySelectorAll(".piece-mark, .about-piece :is(a, button)")]) {
    part.tabIndex = byTab ? 0 : -1;
  }
}

export function targets() {
  const some = marked();
  return some.length ? some : current ? [current] : [];
}

// A piece that an answer put another in the place of while this waited.
export function standing(piece) {
  let found = piece;
  while (found && !found.isConnected) {
    found = replaced.get(found);
  }
  return found;
}

export function splice(change) {
  const holder = document.createElement("template");
  holder.innerHTML = change.html;
  const pieces = [...holder.content.children];
  const isOneForOne = pieces.length === change.gone;
  [...list.children].slice(change.at, change.at + change.gone).forEach((piece, at) => {
    replaced.set(piece, pieces[Math.min(at, pieces.length - 1)]);
    if (isOneForOne) {
      twins.set(piece, pieces[at]);
    }
    piece.remove();
  });
  list.insertBefore(holder.content, list.children[change.at] || null);
}

// Pieces behind a join or a split have other numbers now, in every name, and so have the links of their lines.
export function number() {
  const pieces = new Map();
  [...list.children].forEach((piece, at) => {
    const now = String(at + 1);
    if (numberOf(piece) !== now) {
      renumber(piece, numberOf(piece), now);
      piece.id = `block-${now}`;
    }
    if (!piece.hasAttribute("tabindex")) {
      reach(piece, { byTab: piece === current });
    }
    for (let line = Number(piece.dataset.first); line <= Number(piece.dataset.last); line += 1) {
      if (!pieces.has(line)) {
        pieces.set(line, now);
      }
    }
  });
  for (const link of panes.source.querySelectorAll("a")) {
    const piece = pieces.get(Number(link.textContent));
    if (piece && link.hash !== `#block-${piece}`) {
      link.href = `#block-${piece}`;
    }
  }
}

// Whatever inside bears the number of its piece.
export function renumber(part, before, now) {
  for (const element of part.querySelectorAll("[id], [name], [aria-label], [aria-describedby]")) {
    for (const name of ["id", "name", "aria-describedby"]) {
      const value = element.getAttribute(name);
      if (value?.endsWith(`-${before}`)) {
        element.setAttribute(name, value.slice(0, -before.length) + now);
      }
    }
    const label = element.getAttribute("aria-label");
    if (label) {
      element.setAttribute("aria-label", label.replace(/piece \d+$/, `piece ${now}`));
    }
    if (element.matches("button[name], .piece-mark")) {
      element.setAttribute("value", now);
    }
  }
}
