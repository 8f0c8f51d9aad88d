// What a page can do better with a script. Every page does its work without one.
"use strict";

const said = document.querySelector("[data-said]");

// A copy link is an ordinary link. With a script it puts its address on the clipboard and says so.
async function copy(link) {
  const label = link.textContent;
  try {
    await navigator.clipboard.writeText(link.href);
  } catch {
    window.location.assign(link.href);
    return;
  }
  link.textContent = "Copied";
  said.textContent = `Copied the link ${link.href}`;
  setTimeout(() => {
    link.textContent = label;
    said.textContent = "";
  }, 3000);
}

document.addEventListener("click", (event) => {
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const link = event.target.closest("a[data-copy]");
  if (link && plain && navigator.clipboard) {
    event.preventDefault();
    copy(link);
  }
  if (event.target.closest("[data-print]")) {
    window.print();
  }
});

// What only a script can do is shown only where there is one.
for (const element of document.querySelectorAll("[data-needs-script]")) {
  element.hidden = false;
}

// A form that failed: the reader is taken to what is wrong.
document.querySelector("[data-error-summary]")?.focus();

// One press, one record: a second press of the same button is not sent.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post") {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000); // stopped, or answered with a file: it may be sent again
});

// Back from the next page: the form may be sent again at once.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
  }
});
