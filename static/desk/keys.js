// Which key does what, and the panel that tells of them.

import { form } from "./page.js";
import { current } from "./pieces.js";
import { DO, done, give, next, split, step, unmark } from "./doing.js";

const KINDS = {
  p: "paragraph", h: "heading", b: "bullet", i: "item", r: "resolution", s: "stem", a: "action", q: "question",
  w: "answer", m: "motion", v: "vote", d: "decision", t: "agenda_text",
};
const FIELD = "textarea, select, input:not([type=checkbox], [type=radio])";
const REMEMBERED = "desk-keys";

const panel = document.querySelector("dialog[data-keys-panel]");
const box = panel.querySelector("input");

const PRESSED = {
  j: () => step(1),
  k: () => step(-1),
  e: DO.edit,
  J: DO.join,
  S: DO.split,
  x: DO.out,
  u: DO.undo,
  n: () => next("[data-unsure]", "Nothing is uncertain."),
  "]": () => next(".is-item", "There is no item."),
  "[": () => next(".is-item", "There is no item.", -1),
  "?": () => panel.showModal(),
  ...Object.fromEntries(Object.entries(KINDS).map(([key, kind]) => [key, () => give(kind)])),
};
const NEEDS_PIECE = new Set(["e", "J", "S", "x", ...Object.keys(KINDS)]);

// These work on the piece that has the focus, whether single keys are on or off.
const ON_PIECE = {
  ArrowDown: (event) => step(1, { isRun: event.shiftKey }),
  ArrowUp: (event) => step(-1, { isRun: event.shiftKey }),
  Enter: DO.edit,
  " ": DO.mark,
  Escape: unmark,
};

function areOn() {
  try {
    return window.localStorage.getItem(REMEMBERED) !== "off";
  } catch {
    return true;
  }
}

function inField(event) {
  const piece = event.target.closest(".piece");
  if (!piece) {
    return;
  }
  const isEnter = event.key === "Enter" && !event.isComposing;
  if (isEnter && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
    event.preventDefault();
    split(piece, { isAtCursor: true });
  } else if ((event.key === "Escape" && !event.isComposing) || (isEnter && event.target.matches("input"))) {
    event.preventDefault();
    done(piece);
  }
}

function actOf(event) {
  const isArrow = event.key.startsWith("Arrow");
  if (event.target.matches(".piece") || (isArrow && (event.target === current || event.target.matches(".piece-mark")))) {
    return ON_PIECE[event.key] || single(event);
  }
  return single(event);
}

function single(event) {
  return areOn() && (current || !NEEDS_PIECE.has(event.key)) ? PRESSED[event.key] : undefined;
}

function onKey(event) {
  if (event.defaultPrevented || panel.open) {
    return;
  }
  if (event.target.closest(FIELD)) {
    inField(event);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  const act = actOf(event);
  if (act) {
    event.preventDefault();
    act(event);
  } else if (event.key === "Escape" && event.target.closest(".piece.is-open")) {
    done(event.target.closest(".piece"));
  }
}

export function listenToKeys() {
  document.addEventListener("keydown", onKey);
  box.checked = areOn();
  box.addEventListener("change", () => {
    try {
      window.localStorage.setItem(REMEMBERED, box.checked ? "on" : "off");
    } catch {
      // Remembered only as long as the page is there.
    }
    form.classList.toggle("has-no-keys", !box.checked);
  });
  form.classList.toggle("has-no-keys", !box.checked);
  form.querySelector("[data-keys]").addEventListener("click", () => panel.showModal());
  panel.querySelector("[data-close-keys]").addEventListener("click", () => panel.close());
}
