// What a clerk does to pieces, by a key, a button of the tools, or a button of a piece.

import { list, say } from "./page.js";
import { current, marked, numberOf, standing, targets } from "./pieces.js";
import { open, shut, typed } from "./fields.js";
import { press } from "./sending.js";
import { show } from "./showing.js";
import { showTools } from "./tools.js";

let runFrom = null; // where a run of marked pieces begins

const named = (name, pieces) => pieces.map(standing).filter(Boolean).map((piece) => [name, numberOf(piece)]);

// --- editing

export function edit(piece) {
  for (const other of list.querySelectorAll(".is-open")) {
    if (other !== piece) {
      close(other);
    }
  }
  open(piece);
}

export function close(piece) {
  shut(piece);
  showTools();
  if (typed.has(piece)) {
    press([]);
  }
}

export function done(piece) {
  show(piece, "keys");
  close(piece);
}

// --- operations

export function give(kind) {
  const chosen = targets();
  press(() => [["give", kind], ...named("marked", chosen)]);
}

export function one(name, piece = current) {
  press(() => named(name, [piece]));
}

export function leaveOutOrTakeIn() {
  const chosen = targets();
  const areOut = chosen.every((piece) => piece.classList.contains("is-left_out"));
  if (chosen.length === 1) {
    one(areOut ? "take_in" : "leave_out", chosen[0]);
  } else {
    give(areOut ? "paragraph" : "left_out");
  }
}

export const undo = () => press([["undo", "yes"]]);

function cutOf(field) {
  const before = field.value.length - field.value.trimStart().length;
  return [...field.value.slice(before, field.selectionStart)].length;
}

// In an open piece at the cursor, if there is no empty line; a closed one is opened, to say where.
export function split(piece, { isAtCursor = false } = {}) {
  if (!piece.classList.contains("is-open")) {
    edit(piece);
    if (!hasEmptyLine(piece)) {
      askWhere(piece);
      return;
    }
  }
  const cut = isAtCursor || !hasEmptyLine(piece) ? cutOf(piece.querySelector("textarea")) : 0;
  press(() => [...named("split", [piece]), ...(cut ? [["cut", cut]] : [])]);
}

function askWhere(piece) {
  const words = "Put the cursor where the second piece begins, then press Split, or Control and Enter.";
  const field = piece.querySelector("textarea");
  const hint = Object.assign(document.createElement("p"), { className: "piece-hint", textContent: words });
  field.setSelectionRange(0, 0);
  field.before(hint);
  say(words);
}

const hasEmptyLine = (piece) => /\n[ \t\r]*\n/.test(piece.querySelector("textarea").value.trim());

// --- going and marking

export function step(by, { isRun = false } = {}) {
  const at = current ? Number(numberOf(current)) - 1 + by : 0;
  const next = list.children[Math.min(Math.max(at, 0), list.children.length - 1)];
  if (isRun && current) {
    runFrom ??= current;
    const [from, to] = [Number(numberOf(runFrom)), Number(numberOf(next))].sort((a, b) => a - b);
    [...list.children].forEach((piece, place) => {
      piece.querySelector(".piece-mark").checked = place + 1 >= from && place + 1 <= to;
    });
  } else {
    runFrom = null;
  }
  show(next, "keys");
  if (isRun) {
    say(`${marked().length} marked`);
  }
}

// The next one behind the current piece, or from the top again.
export function next(selector, nothing, by = 1) {
  const found = [...list.querySelectorAll(`:scope > ${selector}`)];
  const here = current ? Number(numberOf(current)) : 0;
  const ahead = by > 0
    ? found.find((piece) => Number(numberOf(piece)) > here) || found[0]
    : found.findLast((piece) => Number(numberOf(piece)) < here) || found.at(-1);
  if (!ahead) {
    say(nothing);
    return;
  }
  show(ahead, "keys");
  say([...ahead.querySelectorAll(".piece-caution")].map((caution) => caution.textContent).join(" "));
}

export function endRun() {
  runFrom = null;
  showTools();
}

export function unmark() {
  marked().forEach((piece) => { piece.querySelector(".piece-mark").checked = false; });
  endRun();
}

export function mark() {
  const box = current?.querySelector(".piece-mark");
  if (!box) {
    return;
  }
  box.checked = !box.checked;
  endRun();
  const which = `Piece ${numberOf(current)}`;
  say(box.checked ? `${which} is marked, ${marked().length} in all` : `${which} is not marked any more`);
}

// What the buttons of the tools do, by their name.
export const DO = {
  edit: () => current && edit(current),
  join: () => one("join"),
  split: () => current && split(current),
  out: leaveOutOrTakeIn,
  resolution: () => give("resolution"),
  action: () => give("action"),
  undo,
  mark,
};
