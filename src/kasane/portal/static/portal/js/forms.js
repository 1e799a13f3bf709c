/* What every form gets: a warning before unsaved words are left behind, one sending per press,
   text boxes that grow, the way from the error summary into the field. */
import { once } from "./find.js";

const SECOND_PRESS_MS = 4000;
const unsaved = new Set();

/** Say whether a form holds words the server does not have yet. */
export function markUnsaved(form, state) {
  if (state) unsaved.add(form);
  else unsaved.delete(form);
}

function watchLeaving() {
  window.addEventListener("beforeunload", (event) => {
    if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
  });
}

function watchForm(form) {
  if (form.matches("[data-warn-dirty], [data-draft-url]")) {
    form.addEventListener("input", () => markUnsaved(form, true));
  }
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "1";
    /* A form that answers with a file leaves the page standing; it may be sent again after a moment. */
    setTimeout(() => delete form.dataset.sent, SECOND_PRESS_MS);
    markUnsaved(form, false);
  });
}

/** Coming back by the browser's "back" finds the form as it was left: it may be sent again. */
function watchReturn() {
  window.addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}

function growByHand(box) {
  const fit = () => {
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 640)}px`;
  };
  box.addEventListener("input", fit);
  fit();
}

/** Open the folded section a link leads into, and put the cursor in the field, also for a group of chips. */
function goTo(id) {
  const target = document.getElementById(id);
  if (!target) return;
  const folded = target.closest("details");
  if (folded) folded.open = true;
  const field = target.matches("input, select, textarea") ? target : target.querySelector("input, select, textarea");
  target.scrollIntoView({ block: "center" });
  field?.focus({ preventScroll: true });
}

/** A folded section opens with the answer it belongs to: 「中断のとき」 with 中断. It is never folded under the hand. */
function openWith(section) {
  const [name, answer] = section.dataset.opensOn.split("=");
  section.closest("form")?.addEventListener("change", (event) => {
    if (event.target.name === name && event.target.value === answer) section.open = true;
  });
}

let started = false;

function start() {
  if (started) return;
  started = true;
  watchLeaving();
  watchReturn();
  document.addEventListener("click", (event) => {
    const link = event.target.closest("[data-summary] a[href^='#'], [data-section-link]");
    if (!link) return;
    const id = decodeURIComponent(link.hash.slice(1));
    if (link.matches("[data-section-link]")) {
      const section = document.getElementById(id);
      if (section instanceof HTMLDetailsElement) section.open = true;
      return;
    }
    event.preventDefault();
    goTo(id);
  });
}

export function watchForms(part) {
  start();
  for (const form of once(part, "form[method='post']", "Form")) watchForm(form);
  if (!CSS.supports("field-sizing", "content")) {
    for (const box of once(part, "textarea", "Grow")) growByHand(box);
  }
  for (const section of once(part, "details[data-opens-on]", "OpensOn")) openWith(section);
  once(part, "[data-summary]", "Summary")[0]?.focus();
}
