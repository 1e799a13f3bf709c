/* Less typing. <textarea data-phrases="record"> gets a bar: 定型句, and 元に戻す after anything was put in by itself.
   ;code and a space turns into the phrase. What is pasted is tidied by the server, whose rule it is.
   [data-fill] fills the record from a template or an earlier record; <input list data-joins> shows its list as buttons. */
import { once } from "./find.js";

const CODE = /[;\uff1b]([^\s;\uff1b]{1,20})[ \u3000]$/;
const SHORTEST_PASTE = 8;
const MOST_OFFERS = 6;
const folders = new Map();

/** The desk's phrases, asked for once per page and folder. */
function pieces(use) {
  if (!folders.has(use)) {
    const asked = fetch(`/cases/writing/pieces/?use=${encodeURIComponent(use)}`, { headers: { Accept: "application/json" } })
      .then((response) => (response.ok ? response.json() : { folders: [] }));
    asked.catch(() => folders.delete(use));
    folders.set(use, asked);
  }
  return folders.get(use);
}

function told(field) {
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function token(field) {
  return field.form?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "";
}

/** A text area and its bar. `put` is the one way in which the page itself changes the text; each can be undone. */
class Area {
  constructor(box) {
    this.box = box;
    this.past = [];
    this.bar = document.createElement("div");
    this.bar.className = "writebar no-print";
    this.open = this.button("定型句", () => this.toggle());
    this.open.setAttribute("aria-expanded", "false");
    this.undo = this.button("元に戻す", () => this.back());
    this.undo.hidden = true;
    this.said = document.createElement("span");
    this.said.className = "writebar__said";
    this.said.setAttribute("role", "status");
    this.panel = document.createElement("div");
    this.panel.className = "writebar__panel";
    this.panel.hidden = true;
    this.bar.append(this.open, this.undo, this.said, this.panel);
    box.before(this.bar);
    box.addEventListener("focus", () => pieces(this.use).catch(() => {}), { once: true });
    box.addEventListener("input", (event) => this.typed(event));
    box.addEventListener("paste", (event) => this.pasted(event));
    this.bar.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.panel.hidden) return;
      this.toggle();
      this.open.focus();
    });
  }

  get use() {
    return this.box.dataset.phrases;
  }

  button(words, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--small";
    button.textContent = words;
    button.addEventListener("click", act);
    return button;
  }

  put(text, from = this.box.selectionStart, to = this.box.selectionEnd, words = "") {
    this.past.push(this.box.value);
    this.box.setRangeText(text, from, to, "end");
    this.undo.hidden = false;
    this.said.textContent = words;
    told(this.box);
    this.box.focus();
  }

  back() {
    if (!this.past.length) return;
    this.box.value = this.past.pop();
    this.undo.hidden = this.past.length === 0;
    this.said.textContent = "元に戻しました。";
    told(this.box);
    this.box.focus();
  }

  async typed(event) {
    /* Only what is typed by hand: words put in, or back, by the page must not be read as a code once more. */
    if (!event.isTrusted || event.isComposing || event.inputType?.startsWith("delete")) return;
    const end = this.box.selectionStart;
    const found = CODE.exec(this.box.value.slice(Math.max(0, end - 24), end));
    if (!found) return;
    const before = this.box.value;
    const asked = found[1].normalize("NFKC").toLowerCase();
    const answer = await pieces(this.use).catch(() => ({ folders: [] }));
    const all = answer.folders.flatMap((folder) => folder.items);
    const piece = all.find((one) => one.code && one.code.normalize("NFKC").toLowerCase() === asked);
    if (!piece || this.box.value !== before) return;
    this.put(piece.text, end - found[0].length, end, `「${piece.name}」を入れました。`);
  }

  pasted(event) {
    const raw = event.clipboardData?.getData("text/plain") ?? "";
    if (raw.length < SHORTEST_PASTE) return;
    const from = this.box.selectionStart;
    setTimeout(() => this.tidy(from, this.box.selectionStart), 0);
  }

  /** The text stands at once as it was pasted; when the tidy one comes and nobody typed meanwhile, it takes its place. */
  async tidy(from, to) {
    const before = this.box.value;
    const response = await fetch("/cases/writing/tidy/", {
      method: "POST",
      body: new URLSearchParams({ text: before.slice(from, to) }),
      headers: { "X-CSRFToken": token(this.box), Accept: "application/json" },
    }).catch(() => null);
    if (!response?.ok) return;
    const { text } = await response.json();
    if (this.box.value !== before || text === before.slice(from, to)) return;
    this.put(text, from, to, "貼った文の改行や文字を整えました。");
  }

  async toggle() {
    this.panel.hidden = !this.panel.hidden;
    this.open.setAttribute("aria-expanded", String(!this.panel.hidden));
    if (!this.panel.hidden) await this.fill();
  }

  async fill() {
    const answer = await pieces(this.use).catch(() => null);
    this.panel.replaceChildren();
    if (!answer) {
      this.panel.append("定型句を読みこめませんでした。少し待ってから、もう一度押してください。");
      return;
    }
    for (const folder of answer.folders) this.panel.append(this.folder(folder));
    if (!answer.folders.length) this.panel.append("定型句はまだありません。よく使う文をつくっておくと、ここから入れられます。");
    const link = document.createElement("a");
    link.href = answer.manage;
    link.target = "_blank";
    link.textContent = "定型句をつくる・直す(別のタブ)";
    this.panel.append(link);
  }

  folder({ label, items }) {
    const part = document.createElement("div");
    part.className = "writebar__folder";
    const name = document.createElement("span");
    name.className = "writebar__name";
    name.textContent = label;
    const row = document.createElement("div");
    row.className = "write__chips";
    for (const item of items) {
      const button = this.button(item.name, () => {
        this.toggle();
        this.put(item.text, undefined, undefined, `「${item.name}」を入れました。`);
      });
      button.title = item.text;
      if (item.code) {
        const code = document.createElement("span");
        code.className = "writebar__code";
        code.textContent = ` ;${item.code}`;
        button.append(code);
      }
      row.append(button);
    }
    part.append(name, row);
    return part;
  }
}

const areas = new WeakMap();

/** The bar of a text area, for what else puts words into it (speech). */
export function areaOf(box) {
  return areas.get(box);
}

function fill(source) {
  const form = document.querySelector("form[data-draft-url]");
  if (!form) return;
  const { fillText, fillMethod, fillMinutes } = source.dataset;
  if (fillMethod) form.querySelector(`[name="method"][value="${fillMethod}"]`)?.click();
  const minutes = form.elements.namedItem("minutes");
  if (fillMinutes && minutes) {
    minutes.value = fillMinutes;
    told(minutes);
  }
  const box = form.elements.namedItem("content");
  if (!fillText || !box) return;
  const area = areaOf(box);
  const gap = box.value && !box.value.endsWith("\n") ? "\n" : "";
  const words = `ひな型「${source.lastChild.textContent.trim()}」を入れました。`;
  area.put(gap + fillText, box.value.length, box.value.length, words);
  const first = box.value.indexOf("\n", box.value.length - fillText.length);
  if (first > 0) box.setSelectionRange(first, first);
}

let started = false;

function start() {
  if (started) return;
  started = true;
  document.addEventListener("click", (event) => {
    const source = event.target.closest("[data-fill]");
    if (!source || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    fill(source);
  });
  document.addEventListener("keydown", (event) => {
    if (document.documentElement.dataset.keys === "off" || event.isComposing || event.defaultPrevented) return;
    if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
    if (event.target.closest?.("textarea, select, [contenteditable], input:not([type=radio], [type=checkbox])")) return;
    const source = document.querySelector(`[data-fill-key="${event.key}"]`);
    if (!source) return;
    event.preventDefault();
    fill(source);
  });
}

/** The words of a field's list as buttons below it; with `data-joins` they are added to what stands there. */
function offer(input) {
  const words = [...(input.list?.options ?? [])].slice(0, MOST_OFFERS).map((option) => option.value);
  if (!words.length || input.closest("[data-rows]")) return;
  const row = document.createElement("div");
  row.className = "offers no-print";
  for (const word of words) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--small";
    button.textContent = word;
    button.setAttribute("aria-label", `${word}を入れる`);
    button.addEventListener("click", () => {
      const joins = input.dataset.joins;
      const there = joins ? input.value.split(joins).filter(Boolean) : [];
      if (!there.includes(word)) input.value = joins ? [...there, word].join(joins) : word;
      told(input);
      input.focus();
    });
    row.append(button);
  }
  input.after(row);
}

export function watchWriting(part) {
  start();
  for (const box of once(part, "textarea[data-phrases]", "Phrases")) areas.set(box, new Area(box));
  for (const input of once(part, "input[list]", "Offers")) offer(input);
}
