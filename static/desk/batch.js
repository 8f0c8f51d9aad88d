// Many at once: the page presses “Read the next files” by itself, and shows how far it is; the button pauses. Where an
// answer is not what was expected, the button is what it was before: an ordinary one.

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

manyAtOnce(document.querySelector("form[data-goes-on]"));
