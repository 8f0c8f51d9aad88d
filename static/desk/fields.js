// A piece has fields only while it is edited. The page holds them once, in a template, and each piece gets its own.

import { list } from "./page.js";
import { numberOf, renumber, twinOf } from "./pieces.js";
import { makeCurrent } from "./showing.js";

const blank = document.querySelector("template[data-fields]").content;

export const typed = new Set(); // pieces with words that are not kept yet
export const fieldsOf = (piece) => [...piece.querySelectorAll(".piece-fields :is(input, select, textarea)")];

export function isTyped(piece) {
  return piece.hasAttribute("data-typed") || fieldsOf(piece).some((field) =>
    field.matches("select") ? !field.selectedOptions[0]?.defaultSelected : field.value !== field.defaultValue);
}

function putFields(piece) {
  if (piece.querySelector(".piece-fields")) {
    return;
  }
  const fields = blank.cloneNode(true);
  const read = piece.querySelector(".piece-read");
  fields.querySelector("input").defaultValue = read.querySelector(".number").textContent;
  fields.querySelector("textarea").defaultValue = read.querySelector(".piece-text").textContent;
  for (const option of fields.querySelectorAll("option")) {
    option.defaultSelected = piece.classList.contains(`is-${option.value}`);
  }
  renumber(fields, "0", numberOf(piece));
  read.after(fields);
}

export function open(piece) {
  putFields(piece);
  piece.classList.add("is-open");
  makeCurrent(piece);
  const field = piece.querySelector("[aria-invalid]") || piece.querySelector("textarea");
  field.focus({ preventScroll: true });
  piece.scrollIntoView({ block: "nearest" });
}

// What is not kept yet stays in the fields until it is.
export function shut(piece) {
  piece.classList.remove("is-open");
  if (typed.has(piece) && (isTyped(piece) || piece.classList.contains("is-wrong"))) {
    return;
  }
  typed.delete(piece);
  piece.querySelectorAll(".piece-fields, .piece-buttons").forEach((part) => part.remove());
}

// What was typed while the answer was on its way is typed into the piece that came.
export function typeAgain(piece, sent) {
  const twin = twinOf(piece);
  const values = fieldsOf(piece).map((field) => field.value);
  if (!twin?.isConnected || values.every((value, at) => value === sent[at])) {
    return;
  }
  putFields(twin);
  fieldsOf(twin).forEach((field, at) => { field.value = values[at]; });
  typed.add(twin);
  if (piece.classList.contains("is-open")) {
    open(twin);
  }
}

// As the page opens: what a browser or the server filled in otherwise than it is kept.
export function findTyped() {
  for (const piece of list.querySelectorAll(".is-open")) {
    if (isTyped(piece) || piece.classList.contains("is-wrong")) {
      typed.add(piece);
    }
  }
}
