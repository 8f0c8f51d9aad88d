// The clerk's desk. Every page of it does its work without a script; this makes the work quick, by keyboard or thumb.
"use strict";

document.documentElement.classList.add("is-scripted");

// --- the workbench of the preview -----------------------------------------------------------------------------------
// What an operation means is known to the server alone: a key presses the button that does it, and the answer says
// which pieces and panels to put in the place of others. Where that fails, the form is sent as without a script.

const KINDS = {
  p: "paragraph", h: "heading", b: "bullet", i: "item", r: "resolution", s: "stem", a: "action", q: "question",
  w: "answer", m: "motion", v: "vote", d: "decision", t: "agenda_text",
};
const FIELD = "textarea, select, input:not([type=checkbox], [type=radio])";
const REMEMBERED = "desk-keys";

function workbench(form) {
  const list = form.querySelector(".workbench-rows");
  const panes = { structure: form.querySelector(".workbench-structure"), source: form.querySelector(".workbench-source") };
  const said = document.querySelector("[data-said]");
  const keys = document.querySelector("dialog[data-keys-panel]");
  const narrow = window.matchMedia("(max-width: 64rem)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const typed = new Set(); // pieces with words that are not kept yet
  const replaced = new WeakMap(); // what an answer put in the place of a piece
  const twins = new WeakMap(); // the same, where it is the same piece
  const put = new Map(); // the panels as they were put last
  let current = null;
  let runFrom = null;
  let queue = Promise.resolve();
  let isLeaving = false;
  let isChosen = false; // something was chosen of the meeting, and is not in the address yet

  const say = (words) => { said.textContent = words; };
  const numberOf = (piece) => piece.id.slice("block-".length);
  const fieldsOf = (piece) => piece.querySelectorAll(".piece-fields :is(input, select, textarea)");
  const marked = () => [...list.querySelectorAll(".piece-mark:checked")].map((box) => box.closest(".piece"));
  const targets = () => (marked().length ? marked() : current ? [current] : []);
  const pieceOf = (hash) => (/^#block-\d+$/.test(hash) ? document.getElementById(hash.slice(1)) : null);

  // --- showing a piece and its lines

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
    const top = room.top + (pane === panes.structure ? 100 : 8);
    if (there.top < top || there.bottom > room.bottom - 8) {
      pane.scrollTo({ top: pane.scrollTop + there.top - top - pane.clientHeight / 6, behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  function makeCurrent(piece) {
    if (current && current !== piece) {
      current.removeAttribute("aria-current");
      current.tabIndex = -1;
    }
    current = piece;
    piece.setAttribute("aria-current", "true");
    piece.tabIndex = 0;
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
  function show(piece, by) {
    const lines = makeCurrent(piece);
    if (by === "source" && narrow.matches) {
      turnTo("structure");
    }
    piece.focus({ preventScroll: true });
    if (by === "source" && !narrow.matches) {
      reveal(panes.structure, piece);
    } else if (by !== "structure") {
      piece.scrollIntoView({ block: "nearest" });
    }
    if (by !== "source" && lines.length && !narrow.matches) {
      reveal(panes.source, lines[0]);
    }
  }

  function turnTo(side) {
    form.querySelector(".workbench").dataset.side = side;
    for (const button of form.querySelectorAll("[data-side-of]")) {
      button.setAttribute("aria-pressed", String(button.dataset.sideOf === side));
    }
  }

  // On a telephone the lines of the source unfold below their piece.
  function fold(link) {
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

  function showTools() {
    for (const piece of list.querySelectorAll(".is-marked")) {
      piece.classList.remove("is-marked");
    }
    marked().forEach((piece) => piece.classList.add("is-marked"));
    form.classList.toggle("has-open", Boolean(list.querySelector(".is-open")));
    const chosen = targets();
    const which = form.querySelector("[data-which]");
    const count = marked().length;
    which.textContent = count ? `${count} marked` : chosen.length ? `Piece ${numberOf(chosen[0])}` : "No piece chosen";
    form.classList.toggle("has-marked", count > 0);
    const isOut = chosen.length > 0 && chosen.every((piece) => piece.classList.contains("is-left_out"));
    const out = form.querySelector("[data-do=out] span");
    out.textContent = isOut ? "Take in again" : "Leave out";
    for (const button of form.querySelectorAll("[data-do]:not([data-do=undo])")) {
      const needsOne = ["edit", "join", "split"].includes(button.dataset.do);
      button.disabled = !chosen.length || (needsOne && chosen.length > 1);
    }
  }

  // --- editing

  function open(piece) {
    for (const other of list.querySelectorAll(".is-open")) {
      if (other !== piece) {
        close(other);
      }
    }
    makeCurrent(piece);
    piece.classList.add("is-open");
    showTools();
    const field = piece.querySelector("[aria-invalid]") || piece.querySelector("textarea");
    field.focus({ preventScroll: true });
    piece.scrollIntoView({ block: "nearest" });
  }

  function close(piece) {
    piece.classList.remove("is-open");
    showTools();
    if (!typed.has(piece)) {
      return;
    }
    if (isTyped(piece) || piece.classList.contains("is-wrong")) {
      press([]);
    } else {
      typed.delete(piece);
    }
  }

  function isTyped(piece) {
    return piece.hasAttribute("data-typed") || [...fieldsOf(piece)].some((field) =>
      field.matches("select") ? !field.selectedOptions[0]?.defaultSelected : field.value !== field.defaultValue);
  }

  // --- pressing a button: one after the other, because each answer numbers the pieces anew

  function press(pairs) {
    queue = queue.then(() => send(typeof pairs === "function" ? pairs() : pairs)).catch((error) => {
      if (error.name !== "AbortError") {
        fallBack(typeof pairs === "function" ? pairs() : pairs);
      }
    });
    return queue;
  }

  async function send(pairs) {
    if (isLeaving) {
      return;
    }
    const from = current;
    const body = new FormData();
    for (const name of ["csrfmiddlewaretoken", "version"]) {
      body.append(name, form.elements[name].value);
    }
    const sent = new Map();
    for (const piece of typed) {
      const values = [...fieldsOf(piece)].map((field) => [field.name, field.value]);
      values.forEach(([name, value]) => body.append(name, value));
      sent.set(piece, values.map(([, value]) => value));
    }
    for (const field of form.querySelectorAll("#record :is(input, select)[name]")) {
      if (field.type !== "checkbox" || field.checked) {
        body.append(field.name, field.value);
      }
    }
    pairs.forEach(([name, value]) => body.append(name, value));
    list.setAttribute("aria-busy", "true");
    const answer = await fetch(form.getAttribute("action"), { // a button is called “action” too
      method: "POST", body, redirect: "manual", headers: { Accept: "application/json" },
    });
    if (!answer.ok) {
      throw new Error("The page is to be asked for as a whole.");
    }
    takeOver(await answer.json(), sent, from);
  }

  // As without a script: the whole form goes, and the whole page comes.
  function fallBack(pairs) {
    for (const [name, value] of pairs) {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    }
    isLeaving = true;
    form.submit();
  }

  function takeOver(answer, sent, from) {
    const pressed = whereInPanel();
    const place = current ? Number(numberOf(current)) : 1;
    answer.changes.forEach(splice);
    number();
    for (const [piece, values] of sent) {
      typeAgain(piece, values);
    }
    [...typed].filter((piece) => !piece.isConnected).forEach((piece) => typed.delete(piece));
    list.removeAttribute("aria-busy");
    if (answer.is_wrong) {
      list.querySelectorAll("[data-typed], .is-wrong").forEach((piece) => typed.add(piece));
    } else {
      form.elements.version.value = answer.version;
      putPanels(answer.panels, { isAtOnce: Boolean(pressed) });
      if (answer.address !== window.location.pathname + window.location.search) {
        window.history.replaceState(null, "", answer.address);
      }
      isChosen = false;
    }
    say(answer.said);
    const wanted = answer.piece === null ? null : document.getElementById(`block-${answer.piece}`);
    const hasMovedOn = (current !== from && current?.isConnected) || pressed?.name === "asked";
    if (answer.is_wrong) {
      open(wanted);
    } else if (wanted && !hasMovedOn) {
      show(wanted, "keys");
    } else {
      stay(pressed, current?.isConnected ? current : list.children[Math.min(place, list.children.length) - 1]);
    }
  }

  // The panel that holds the button that was pressed, and at which of its suggestions.
  function whereInPanel() {
    const panel = document.activeElement.closest("#undo, #asked");
    const row = document.activeElement.closest("li");
    return panel && { name: panel.id, at: row ? [...row.parentElement.children].indexOf(row) : 0 };
  }

  // Focus stays where the work is: on the piece, or in the list where a button was pressed.
  function stay(pressed, piece) {
    makeCurrent(piece);
    if (document.activeElement !== document.body) {
      return;
    }
    const rows = pressed ? [...document.getElementById(pressed.name).querySelectorAll("li")] : [];
    const next = rows[Math.min(pressed?.at ?? 0, rows.length - 1)]?.querySelector("button, a");
    (next || piece).focus({ preventScroll: true });
  }

  function splice(change) {
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

  // What was typed while the answer was on its way is typed into the piece that came.
  function typeAgain(piece, sent) {
    const twin = twins.get(piece);
    const values = [...fieldsOf(piece)].map((field) => field.value);
    if (twin?.isConnected && values.some((value, at) => value !== sent[at])) {
      [...fieldsOf(twin)].forEach((field, at) => { field.value = values[at]; });
      typed.add(twin);
    }
  }

  // The pieces first: what stands around them may follow a moment later.
  function putPanels(panels, { isAtOnce }) {
    const putThem = () => Object.entries(panels).forEach(([name, html]) => putPanel(name, html));
    if (isAtOnce) {
      putThem();
    } else {
      setTimeout(putThem);
    }
  }

  function putPanel(name, html) {
    const panel = document.getElementById(name);
    if (put.get(name) === html || (name === "record" && panel.contains(document.activeElement))) {
      return;
    }
    put.set(name, html);
    const isOpen = [...panel.querySelectorAll("details")].map((details) => details.open);
    panel.outerHTML = html;
    document.getElementById(name).querySelectorAll("details").forEach((details, at) => {
      details.open ||= Boolean(isOpen[at]);
    });
  }

  // Pieces behind a join or a split have other numbers now, in every name, and so have the links of their lines.
  function number() {
    const pieces = new Map();
    [...list.children].forEach((piece, at) => {
      const now = String(at + 1);
      if (numberOf(piece) !== now) {
        rename(piece, numberOf(piece), now);
      }
      piece.tabIndex = piece === current ? 0 : -1;
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

  function rename(piece, before, now) {
    piece.id = `block-${now}`;
    for (const element of piece.querySelectorAll("[id], [name], [aria-label], [aria-describedby]")) {
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

  // --- what keys and the buttons of the tools do

  // A piece that an answer put another in the place of while this waited.
  function standing(piece) {
    let found = piece;
    while (found && !found.isConnected) {
      found = replaced.get(found);
    }
    return found;
  }

  const named = (name, pieces) => pieces.map(standing).filter(Boolean).map((piece) => [name, numberOf(piece)]);

  function give(kind) {
    const chosen = targets();
    press(() => [["give", kind], ...named("marked", chosen)]);
  }

  function one(name, piece = current) {
    press(() => named(name, [piece]));
  }

  function leaveOutOrTakeIn() {
    const chosen = targets();
    const areOut = chosen.every((piece) => piece.classList.contains("is-left_out"));
    if (chosen.length === 1) {
      one(areOut ? "take_in" : "leave_out", chosen[0]);
    } else {
      give(areOut ? "paragraph" : "left_out");
    }
  }

  function cutOf(field) {
    const before = field.value.length - field.value.trimStart().length;
    return [...field.value.slice(before, field.selectionStart)].length;
  }

  // In an open piece at the cursor, if there is no empty line; a closed one is opened, to say where.
  function splitPiece(piece, { isAtCursor = false } = {}) {
    const field = piece.querySelector("textarea");
    const hasEmptyLine = /\n[ \t\r]*\n/.test(field.value.trim());
    if (!piece.classList.contains("is-open") && !hasEmptyLine) {
      open(piece);
      field.setSelectionRange(0, 0);
      say("Put the cursor where the second piece begins, then press Control and Enter.");
      return;
    }
    const cut = isAtCursor || !hasEmptyLine ? cutOf(field) : 0;
    press(() => [...named("split", [piece]), ...(cut ? [["cut", cut]] : [])]);
  }

  const undo = () => press([["undo", "yes"]]);

  function step(by, { isRun = false } = {}) {
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

  function unmark() {
    marked().forEach((piece) => { piece.querySelector(".piece-mark").checked = false; });
    runFrom = null;
    showTools();
  }

  function mark() {
    const box = current?.querySelector(".piece-mark");
    if (box) {
      box.checked = !box.checked;
      runFrom = null;
      showTools();
      say(box.checked ? `Piece ${numberOf(current)} is marked, ${marked().length} in all` : `Piece ${numberOf(current)} is not marked any more`);
    }
  }

  // The next one behind the current piece, or from the top again.
  function next(selector, nothing, by = 1) {
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

  const DO = {
    edit: () => current && open(current),
    join: () => one("join"),
    split: () => current && splitPiece(current),
    out: leaveOutOrTakeIn,
    undo,
    unmark,
    mark,
    ...Object.fromEntries(Object.values(KINDS).map((kind) => [kind, () => give(kind)])),
  };

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
    "?": () => keys.showModal(),
    ...Object.fromEntries(Object.entries(KINDS).map(([key, kind]) => [key, DO[kind]])),
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

  const areKeysOn = () => {
    try {
      return window.localStorage.getItem(REMEMBERED) !== "off";
    } catch {
      return true;
    }
  };

  function inField(event) {
    const piece = event.target.closest(".piece");
    if (!piece) {
      return;
    }
    const isEnter = event.key === "Enter" && !event.isComposing;
    if (isEnter && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
      event.preventDefault();
      splitPiece(piece, { isAtCursor: true });
    } else if ((event.key === "Escape" && !event.isComposing) || (isEnter && event.target.matches("input"))) {
      event.preventDefault();
      show(piece, "keys");
      close(piece);
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || keys.open) {
      return;
    }
    if (event.target.closest(FIELD)) {
      inField(event);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const isOnPiece = event.target === current || event.target.matches(".piece-mark");
    const act = (event.target.matches(".piece") && ON_PIECE[event.key])
      || (isOnPiece && event.key.startsWith("Arrow") && ON_PIECE[event.key])
      || (areKeysOn() && (current || !NEEDS_PIECE.has(event.key)) && PRESSED[event.key]);
    if (act) {
      event.preventDefault();
      act(event);
    } else if (event.key === "Escape" && event.target.closest(".piece.is-open")) {
      const piece = event.target.closest(".piece");
      show(piece, "keys");
      close(piece);
    }
  });

  // --- mouse and thumb

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    const line = event.target.closest(".workbench-source .source-lines > li");
    const piece = event.target.closest(".piece");
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain) {
      return;
    }
    if (line) {
      const shown = line.querySelector("a") && pieceOf(line.querySelector("a").hash);
      if (shown && !String(window.getSelection())) {
        event.preventDefault();
        show(shown, "source");
      }
    } else if (link && pieceOf(link.hash)) {
      event.preventDefault();
      turnTo("structure");
      link.closest("#outline details")?.removeAttribute("open");
      show(pieceOf(link.hash), "link");
    } else if (link && link.hash.startsWith("#line-")) {
      event.preventDefault();
      followLine(link, piece);
    } else if (piece && !event.target.closest("a, button, input, select, textarea, label, .source-lines") && !String(window.getSelection())) {
      show(piece, "structure");
    }
  });

  function followLine(link, piece) {
    const line = document.getElementById(link.hash.slice(1));
    const shown = piece || (line?.querySelector("a") && pieceOf(line.querySelector("a").hash));
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

  list.addEventListener("dblclick", (event) => {
    const piece = event.target.closest(".piece");
    if (piece && event.target.closest(".piece-read")) {
      window.getSelection().removeAllRanges();
      open(piece);
    }
  });

  list.addEventListener("focusin", (event) => {
    const piece = event.target.closest(".piece");
    if (piece && piece !== current) {
      makeCurrent(piece);
    }
  });

  form.addEventListener("input", (event) => {
    const piece = event.target.closest(".piece");
    if (event.target.matches(".piece-mark")) {
      runFrom = null;
      showTools();
    } else if (piece) {
      typed.add(piece);
    } else if (event.target.closest("#record")) {
      isChosen = true;
    }
  });

  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.do) {
      DO[button.dataset.do]();
    } else if (button?.dataset.sideOf) {
      turnTo(button.dataset.sideOf);
    } else if (button?.matches("[data-close]")) {
      const piece = button.closest(".piece");
      show(piece, "keys");
      close(piece);
    } else if (button?.matches("[data-keys]")) {
      keys.showModal();
    }
  });

  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button || button.hasAttribute("formaction")) {
      isLeaving = true;
      return;
    }
    event.preventDefault();
    event.stopPropagation(); // it is not sent: it may be pressed again at once
    const piece = button.closest(".piece");
    if (button.name === "split") {
      splitPiece(piece);
    } else if (button.name === "give") {
      give(form.elements.run_kind.value);
    } else {
      press(() => (button.name ? [[button.name, button.value]] : []));
    }
  });

  window.addEventListener("beforeunload", (event) => {
    if (!isLeaving && (isChosen || [...typed].some(isTyped))) {
      event.preventDefault();
    }
  });
  window.addEventListener("pageshow", () => { isLeaving = false; });

  // --- the panel of keys

  const box = keys.querySelector("input");
  box.checked = areKeysOn();
  box.addEventListener("change", () => {
    try {
      window.localStorage.setItem(REMEMBERED, box.checked ? "on" : "off");
    } catch {
      // Remembered only as long as the page is there.
    }
    form.classList.toggle("has-no-keys", !box.checked);
  });
  form.classList.toggle("has-no-keys", !box.checked);
  keys.querySelector("[data-close-keys]").addEventListener("click", () => keys.close());

  // --- as the page opens

  for (const link of panes.source.querySelectorAll("a")) {
    link.tabIndex = -1; // hundreds of them; each piece leads to its lines, and a press on a line to its piece
  }
  for (const piece of list.children) {
    piece.tabIndex = -1;
    if (isTyped(piece)) {
      typed.add(piece);
    }
    if (piece.classList.contains("is-wrong")) {
      typed.add(piece);
    }
    piece.classList.toggle("is-open", typed.has(piece));
  }
  turnTo("structure");
  const asked = pieceOf(window.location.hash);
  if (asked) {
    show(asked, "link");
  } else {
    makeCurrent(list.firstElementChild);
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-desk]");
  if (form) {
    workbench(form);
  }
});

// --- many at once ---------------------------------------------------------------------------------------------------
// The page presses “Read the next files” by itself, and shows how far it is; the button pauses. Where an answer is not
// what was expected, the button is what it was before: an ordinary one.

function manyAtOnce(form) {
  const region = document.querySelector("[data-batch]");
  const button = form.querySelector("button");
  const label = button.textContent;
  let goesOn = false;
  let isReading = false;

  // Says whether there is more to read.
  function show(page) {
    const next = page.querySelector("[data-batch]");
    if (!next) {
      throw new Error("This is not the page that was asked for.");
    }
    document.title = page.title;
    if (!next.querySelector("[data-goes-on]")) {
      region.replaceWith(next);
      document.querySelector("[data-said]").textContent = next.querySelector("#how-far").textContent;
      return false;
    }
    for (const part of ["#how-far", "progress", "tbody", "[data-rest]"]) {
      const shown = region.querySelector(part);
      if (!shown.contains(document.activeElement)) {
        shown.replaceWith(next.querySelector(part));
      }
    }
    return true;
  }

  async function step() {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form) });
    if (!answer.ok) {
      throw new Error(`The server answered ${answer.status}.`);
    }
    return show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  }

  async function goOn() {
    isReading = true;
    try {
      while (goesOn && (await step())) {
        await new Promise((wait) => { setTimeout(wait, 200); });
      }
    } catch {
      form.removeEventListener("submit", pressed);
      button.textContent = label;
    }
    isReading = false;
  }

  function pressed(event) {
    event?.preventDefault();
    delete form.dataset.sent;
    goesOn = !goesOn;
    button.textContent = goesOn ? "Pause" : "Go on";
    if (goesOn && !isReading) {
      goOn();
    }
  }

  form.addEventListener("submit", pressed);
  pressed();
}

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form[data-goes-on]");
  if (form) {
    manyAtOnce(form);
  }
});
