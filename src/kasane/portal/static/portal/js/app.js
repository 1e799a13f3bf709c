/* Entry of every page. Each module looks for its own data-* attributes and does nothing without them.
   Pages work without any of this; it only saves steps. */
import { watchKeys } from "./keys.js";
import { watchFrame } from "./frame.js";
import { watchForms } from "./forms.js";
import { watchDrafts } from "./drafts.js";
import { watchRows } from "./rows.js";
import { watchDates } from "./dates.js";
import { watchWriting } from "./writing.js";
import { watchSpeech } from "./speech.js";

watchKeys();
watchFrame();

/** Parts swapped in by htmx are wired like the page itself. */
function wire(part) {
  watchDates(part);
  watchRows(part);
  watchForms(part);
  watchDrafts(part);
  watchWriting(part);
  watchSpeech(part);
}

wire(document);
document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) wire(event.detail.elt);
});
