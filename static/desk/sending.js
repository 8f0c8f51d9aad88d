// What an operation means is known to the server alone: a key presses the button that does it, and the answer says
// which pieces and panels to put in the place of others. Where that fails, the form is sent as without a script.

import { form, list, say } from "./page.js";
import { current, number, numberOf, splice } from "./pieces.js";
import { fieldsOf, isTyped, open, typeAgain, typed } from "./fields.js";
import { makeCurrent, nearest, show } from "./showing.js";

const put = new Map(); // the panels as they were put last
let queue = Promise.resolve();
let isLeaving = false;
let isChosen = false; // something was chosen of the meeting, and is not in the address yet

// One after the other, because each answer numbers the pieces anew.
export function press(pairs) {
  const buttons = () => (typeof pairs === "function" ? pairs() : pairs);
  queue = queue.then(() => send(buttons())).catch((error) => {
    if (error.name !== "AbortError") {
      fallBack(buttons());
    }
  });
  return queue;
}

export const leave = () => { isLeaving = true; };
export const stayHere = () => { isLeaving = false; };
export const chooseOfMeeting = () => { isChosen = true; };
export const hasUnkept = () => !isLeaving && (isChosen || [...typed].some(isTyped));

async function send(pairs) {
  if (isLeaving) {
    return;
  }
  const from = current;
  const { body, sent } = bodyOf(pairs);
  list.setAttribute("aria-busy", "true");
  const answer = await fetch(form.getAttribute("action"), { // a button is called “action” too
    method: "POST", body, redirect: "manual", headers: { Accept: "application/json" },
  });
  if (!answer.ok) {
    throw new Error("The page is to be asked for as a whole.");
  }
  takeOver(await answer.json(), sent, from);
}

function bodyOf(pairs) {
  const body = new FormData();
  for (const name of ["csrfmiddlewaretoken", "version"]) {
    body.append(name, form.elements[name].value);
  }
  const sent = new Map();
  for (const piece of typed) {
    const values = fieldsOf(piece).map((field) => [field.name, field.value]);
    values.forEach(([name, value]) => body.append(name, value));
    sent.set(piece, values.map(([, value]) => value));
  }
  for (const field of form.querySelectorAll("#record :is(input, select)[name]")) {
    if (field.type !== "checkbox" || field.checked) {
      body.append(field.name, field.value);
    }
  }
  pairs.forEach(([name, value]) => body.append(name, value));
  return { body, sent };
}

// As without a script: the whole form goes, and the whole page comes.
function fallBack(pairs) {
  for (const [name, value] of pairs) {
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name, value });
    form.append(field);
  }
  leave();
  form.submit();
}

function takeOver(answer, sent, from) {
  const pressed = whereInPanel();
  const place = current ? Number(numberOf(current)) - 1 : 0;
  answer.changes.forEach(splice);
  number();
  for (const [piece, values] of sent) {
    typeAgain(piece, values);
  }
  [...typed].filter((piece) => !piece.isConnected).forEach((piece) => typed.delete(piece));
  list.removeAttribute("aria-busy");
  say(answer.said);
  const wanted = answer.piece === null ? null : document.getElementById(`block-${answer.piece}`);
  if (answer.is_wrong) {
    list.querySelectorAll("[data-typed], .is-wrong").forEach((piece) => typed.add(piece));
    open(wanted);
    return;
  }
  keep(answer, { isAtOnce: Boolean(pressed) });
  const hasMovedOn = (current !== from && current?.isConnected) || pressed?.name === "asked";
  if (wanted && !hasMovedOn) {
    show(wanted, "keys");
  } else {
    stay(pressed, current?.isConnected ? current : nearest(place));
  }
}

function keep(answer, { isAtOnce }) {
  form.elements.version.value = answer.version;
  putPanels(answer.panels, { isAtOnce });
  if (answer.address !== window.location.pathname + window.location.search) {
    window.history.replaceState(null, "", answer.address);
  }
  isChosen = false;
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
