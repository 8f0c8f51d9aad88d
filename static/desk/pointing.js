// Mouse and thumb: a press on a piece, on a line of the source, or on a link to either.

import { list, narrow } from "./page.js";
import { pieceOf } from "./pieces.js";
import { edit } from "./doing.js";
import { fold, makeCurrent, show, turnTo } from "./showing.js";

const NOT_THE_PIECE = "a, button, input, select, textarea, label, .source-lines";

function onClick(event) {
  const link = event.target.closest("a[href^='#']");
  const line = event.target.closest(".workbench-source .source-lines > li");
  const piece = event.target.closest(".piece");
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  if (line) {
    followToPiece(event, line);
  } else if (link && pieceOf(link.hash)) {
    event.preventDefault();
    turnTo("structure");
    link.closest("#outline details")?.removeAttribute("open");
    show(pieceOf(link.hash), "link");
  } else if (link && link.hash.startsWith("#line-")) {
    event.preventDefault();
    followToLine(link, piece);
  } else if (piece && !event.target.closest(NOT_THE_PIECE) && !String(window.getSelection())) {
    show(piece, "structure");
  }
}

const pieceOfLine = (line) => {
  const link = line?.querySelector("a");
  return link && pieceOf(link.hash);
};

function followToPiece(event, line) {
  const shown = pieceOfLine(line);
  if (shown && !String(window.getSelection())) {
    event.preventDefault();
    show(shown, "source");
  }
}

function followToLine(link, piece) {
  const line = document.getElementById(link.hash.slice(1));
  const shown = piece || pieceOfLine(line);
  if (piece && narrow.matches) {
    makeCurrent(piece);
    fold(link);
  } else if (shown) {
    show(shown, piece ? "structure" : "link");
  } else if (line) {
    turnTo("source");
    line.scrollIntoView({ block: "nearest" });
  }
}

function onDoubleClick(event) {
  const piece = event.target.closest(".piece");
  if (piece && event.target.closest(".piece-read")) {
    window.getSelection().removeAllRanges();
    edit(piece);
  }
}

export function listenToPointer() {
  document.addEventListener("click", onClick);
  list.addEventListener("dblclick", onDoubleClick);
}
