/* Repeated rows: "add a row" clones the <template> beside the list. Without this file the same button
   sends the form with add_row, and the server answers with one more row. */
import { once } from "./find.js";
import { watchDates } from "./dates.js";
import { watchWriting } from "./writing.js";
import { watchSpeech } from "./speech.js";

/** Django numbers the rows of a set by __prefix__ in names, ids and what points at them. */
function number(row, index) {
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of element.attributes) {
      if (attribute.value.includes("__prefix__")) {
        attribute.value = attribute.value.replaceAll("__prefix__", String(index));
      }
    }
  }
}

function addRow(rows) {
  const total = rows.querySelector(`input[name="${rows.dataset.rows}-TOTAL_FORMS"]`);
  const template = rows.querySelector("template[data-row-template]");
  const list = rows.querySelector("[data-rows-list]");
  const index = Number(total.value);
  const row = template.content.querySelector("[data-row]").cloneNode(true);
  number(row, index);
  list.append(row);
  total.value = String(index + 1);
  watchDates(row);
  watchWriting(row);
  watchSpeech(row);
  row.querySelector("input:not([type=hidden], [name$='-DELETE']), select, textarea")?.focus();
  row.dispatchEvent(new Event("input", { bubbles: true }));
  return index + 1;
}

export function watchRows(part) {
  for (const button of once(part, "[data-add-row]", "Row")) {
    const rows = button.closest("[data-rows]");
    const most = Number(rows.dataset.rowsMax ?? 1000);
    button.addEventListener("click", (event) => {
      event.preventDefault();
      if (addRow(rows) >= most) button.disabled = true;
    });
  }
}
