/* 受付 by keyboard while the person talks: Alt+letter leads to a question, Ctrl+Enter saves, arrow keys go along the
   chips. What is not asked of this caller is out of the way. The sheet works without any of this. */
const form = document.getElementById("sheet-form");
const sheet = form?.querySelector("[data-reception]");
const jumps = document.querySelector("[data-jumps]");

const named = (name) => form.querySelector(`[name="${name}"]`);
const wrapOf = (name) => named(name)?.closest(".field");
const keysAreOff = () => document.documentElement.dataset.keys === "off";

/** The field of a question: of a group the chosen one or the first; an own section is opened first. */
function goTo(name) {
  const group = [...form.querySelectorAll(`[name="${name}"]`)];
  const field = group.find((one) => one.type === "radio" && one.checked) ?? group[0];
  if (!field) return false;
  const folded = field.closest("details");
  if (folded) folded.open = true;
  const section = field.closest("[hidden]");
  if (section) return false;
  field.focus();
  field.scrollIntoView({ block: "center" });
  return true;
}

function onKey(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(form.querySelector(".form-foot .btn--main"));
    return;
  }
  if (keysAreOff() || !event.altKey || event.ctrlKey || event.metaKey || !event.code.startsWith("Key")) return;
  const place = jumps?.querySelector(`[data-jump="${event.code.slice(3)}"]`);
  if (!place) return;
  const name = place.dataset.jumpTo;
  const field = named(name);
  event.preventDefault();
  if (field?.type === "checkbox" && name.startsWith("is_")) {
    field.click();
    if (name === "is_urgent" && field.checked) named("urgent_note")?.focus();
    return;
  }
  goTo(name);
}

/** Check boxes drawn as chips: arrow keys go from one to the next, as they do among radio buttons. */
function onArrow(event) {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const here = event.target;
  if (!step || event.altKey || !(here instanceof HTMLInputElement) || here.type !== "checkbox") return;
  const group = [...(here.closest(".chips")?.querySelectorAll('input[type="checkbox"]') ?? [])];
  if (group.length < 2) return;
  event.preventDefault();
  group[(group.indexOf(here) + step + group.length) % group.length].focus();
}

function show(element, on) {
  if (element) element.hidden = !on;
}

/** Of 本人 alone no 相談者 is asked; what somebody typed there stays in sight. */
function fit() {
  const caller = form.querySelector('[name="consulter_is"]:checked')?.value ?? "self";
  const section = document.getElementById("sec-consulter");
  const typed = section && [...section.querySelectorAll("input")].some((one) => one.value);
  show(section, caller !== "self" || typed || section?.querySelector(".field--bad"));
  const urgent = named("is_urgent")?.checked;
  show(wrapOf("urgent_note"), urgent || named("urgent_note")?.value || wrapOf("urgent_note")?.matches(".field--bad"));
}

function onChange(event) {
  const { name, checked } = event.target;
  if (name === "is_anonymous" && checked) {
    const whose = form.querySelector('[name="consulter_is"]:checked')?.value ?? "self";
    if (whose === "self" && !named("family_name").value && !named("given_name").value) named("family_name").value = "不明";
  }
  if (name === "is_of_household") {
    const household = document.getElementById("sec-household");
    if (household) household.open = checked || household.open;
  }
  fit();
}

if (sheet) {
  show(jumps, true);
  for (const place of jumps?.querySelectorAll("[data-jump]") ?? []) {
    named(place.dataset.jumpTo)?.setAttribute("aria-keyshortcuts", `Alt+${place.dataset.jump}`);
  }
  document.addEventListener("keydown", onKey);
  form.addEventListener("keydown", onArrow);
  form.addEventListener("change", onChange);
  fit();
}
