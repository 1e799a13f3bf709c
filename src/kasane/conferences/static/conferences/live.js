/* Minutes typed by several at once (R-CONF-06).
   Every line is sent by itself a moment after the last key, with the version it was typed on; what others typed is
   asked for every few seconds. When two change the same line the server keeps both, and this page goes on in its own.
   While the server can not be reached, unsent lines stay in the page and in this tab's own storage, and are sent again. */

const PAUSE_MS = 500;
const ASK_MS = 2500;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 20000;
const PATIENCE_MS = 15000;

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function element(name, className, words) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (words) made.textContent = words;
  return made;
}

/** One line on the screen. `base` is the version it was typed on; `unsent` while the server lacks what stands in it. */
class Line {
  constructor(part, id) {
    this.part = part;
    this.id = id;
    this.base = 0;
    this.position = Infinity;
    this.author = "";
    this.beside = null;
    this.page = part.minutes.page;
    this.unsent = false;
    this.wish = null;
    this.node = element("li", "live__line");
    this.note = element("p", "live__note", "同じ行を二人が同時に書きました。どちらも残しています。");
    this.box = element("textarea");
    this.box.rows = 1;
    this.box.maxLength = 20000;
    this.box.setAttribute("aria-label", `${part.label}の一行`);
    this.by = element("span", "live__by");
    this.name = element("span");
    this.keep = element("button", "btn btn--small", "どちらも残す");
    this.drop = element("button", "btn btn--small btn--quiet", "消す");
    for (const button of [this.keep, this.drop]) button.type = "button";
    this.by.append(this.name, this.keep, this.drop);
    this.node.append(this.note, this.box, this.by);
    this.box.addEventListener("input", () => part.typed(this));
    this.box.addEventListener("keydown", (event) => part.key(this, event));
    this.box.addEventListener("paste", (event) => part.paste(this, event));
    this.box.addEventListener("compositionstart", () => (this.composing = true));
    this.box.addEventListener("compositionend", () => (this.composing = false));
    this.drop.addEventListener("click", () => part.minutes.ask(this, "removed"));
    this.keep.addEventListener("click", () => part.minutes.ask(this, "settled"));
    this.show();
  }

  get text() {
    return this.box.value;
  }

  set text(words) {
    if (this.box.value === words) return;
    const here = document.activeElement === this.box ? this.box.selectionStart : null;
    this.box.value = words;
    if (here !== null) this.box.setSelectionRange(here, here);
    this.fit();
  }

  fit() {
    if (CSS.supports("field-sizing", "content")) return;
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
  }

  show() {
    const saved = this.base > 0;
    this.name.textContent = this.unsent ? "まだ送っていません" : this.author;
    this.drop.hidden = !saved;
    this.keep.hidden = !this.beside;
    this.note.hidden = !this.beside;
    this.drop.setAttribute("aria-label", `この行を消す: ${this.text}`);
    this.node.classList.toggle("live__line--beside", Boolean(this.beside));
    this.node.classList.toggle("live__line--unsent", this.unsent);
  }

  /** As the server has it. */
  take(row) {
    this.base = row.version;
    this.position = row.position;
    this.author = row.author;
    this.beside = row.beside;
    this.page = this.part.minutes.page;
  }
}

/** One part of the minutes: its lines, and an empty one at the end to go on in. */
class Part {
  constructor(minutes, { field, agency, label }) {
    this.minutes = minutes;
    this.field = field;
    this.agency = agency;
    this.label = label;
    this.node = element("section", "live__part");
    this.list = element("ol", "live__lines");
    this.node.append(element("h3", "", label), this.list);
    this.list.dataset.field = field;
    this.extend();
  }

  get lines() {
    return [...this.list.children].map((node) => this.minutes.byNode.get(node));
  }

  make(id) {
    const line = new Line(this, id);
    this.minutes.lines.set(id, line);
    this.minutes.byNode.set(line.node, line);
    return line;
  }

  /** An empty line stands at the end. */
  extend() {
    const last = this.lines.at(-1);
    if (!last || last.text.trim() || last.base) this.list.append(this.make(newId()).node);
  }

  place(line) {
    const next = this.lines.find((one) => one !== line && (one.base === 0 ? !one.unsent : one.position > line.position));
    this.list.insertBefore(line.node, next?.node ?? null);
    this.extend();
  }

  typed(line) {
    line.fit();
    if (line.base || line.text.trim()) this.minutes.changed(line);
    this.extend();
  }

  key(line, event) {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.split(line);
    } else if (event.key === "ArrowDown" && line.box.selectionStart === line.text.length) {
      this.go(line, 1, event);
    } else if (event.key === "ArrowUp" && line.box.selectionEnd === 0) {
      this.go(line, -1, event);
    }
  }

  go(line, step, event) {
    const there = this.lines[this.lines.indexOf(line) + step];
    if (!there) return;
    event.preventDefault();
    there.box.focus();
  }

  /** Enter: what stands behind the cursor goes to a new line. */
  split(line) {
    const rest = line.text.slice(line.box.selectionEnd);
    const next = this.lines[this.lines.indexOf(line) + 1];
    if (!rest.trim() && next && !next.base && !next.text) {
      next.box.focus();
      return;
    }
    if (!line.text.trim()) return;
    this.after(line, rest).box.focus();
    if (!rest) return;
    line.text = line.text.slice(0, line.box.selectionEnd);
    this.typed(line);
  }

  after(line, words) {
    const made = this.make(newId());
    line.node.after(made.node);
    made.text = words;
    if (words.trim()) this.minutes.changed(made);
    made.box.setSelectionRange(0, 0);
    return made;
  }

  /** Several lines pasted become several lines. */
  paste(line, event) {
    const words = event.clipboardData?.getData("text/plain") ?? "";
    const [first, ...others] = words.split(/\r?\n/).filter((one) => one.trim());
    if (!others.length) return;
    event.preventDefault();
    line.box.setRangeText(first, line.box.selectionStart, line.box.selectionEnd, "end");
    this.typed(line);
    let last = line;
    for (const one of others) last = this.after(last, one);
    last.box.focus();
  }
}

/** All of one item: sends, asks, and says how it stands. */
class Minutes {
  constructor(root) {
    this.root = root;
    this.url = root.dataset.live;
    this.token = root.querySelector("[name=csrfmiddlewaretoken]").value;
    this.status = root.querySelector("[data-live-status]");
    this.storage = `kasane.live.${root.dataset.liveKey}`;
    this.page = newId();
    this.turn = 0;
    this.since = 0;
    this.lines = new Map();
    this.byNode = new Map();
    this.retry = FIRST_RETRY_MS;
    const kept = this.kept();
    const begin = JSON.parse(root.querySelector("#live-lines").textContent);
    this.parts = begin.parts.map((part) => new Part(this, part));
    root.querySelector("[data-live-parts]").append(...this.parts.map((part) => part.node));
    this.read(begin);
    this.recover(kept);
    root.querySelector("[data-live-pane]").hidden = false;
    root.querySelector("[data-live-plain]").remove();
    this.status.hidden = false;
    this.later(this.unsent.length ? 0 : ASK_MS);
    window.addEventListener("online", () => this.later(0));
    window.addEventListener("beforeunload", (event) => {
      if (this.unsent.length && this.status.dataset.state === "trouble") event.preventDefault();
    });
    document.addEventListener("visibilitychange", () => this.later(0));
    document.addEventListener("submit", () => this.hurry(), true);
    window.addEventListener("pagehide", () => this.hurry());
  }

  get unsent() {
    return [...this.lines.values()].filter((line) => line.unsent || line.wish);
  }

  partOf(row) {
    return this.parts.find((part) => part.field === row.field && part.agency === row.agency);
  }

  changed(line) {
    line.unsent = true;
    line.wish = null;
    line.show();
    this.store();
    this.later(PAUSE_MS);
  }

  ask(line, wish) {
    line.wish = wish;
    this.later(0);
  }

  later(ms) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.exchange(), ms);
  }

  editOf(line) {
    const before = line.part.lines.slice(0, line.part.lines.indexOf(line)).findLast((one) => one.base || one.unsent);
    return {
      id: line.id,
      page: line.page,
      turn: (this.turn += 1),
      base: line.base,
      text: line.text,
      field: line.part.field,
      agency: line.part.agency,
      after: before?.id ?? null,
      removed: line.wish === "removed" && !line.unsent,
      settled: line.wish === "settled" && !line.unsent,
    };
  }

  async exchange() {
    if (this.running) return;
    const waiting = this.unsent.filter((line) => !line.composing);
    const sent = waiting.map((line) => ({ line, edit: this.editOf(line) }));
    this.running = true;
    try {
      this.read(await this.post(sent), sent);
      this.retry = FIRST_RETRY_MS;
      if (waiting.length) this.say("saved", `記録しました ${clock()}`);
      else if (this.status.dataset.state === "trouble") this.say("saved", `つながりました ${clock()}`);
    } catch (error) {
      this.trouble(error);
    } finally {
      this.running = false;
      this.later(this.retry > FIRST_RETRY_MS ? this.retry : this.unsent.length ? PAUSE_MS : ASK_MS);
    }
  }

  async post(sent) {
    const asked = sent.length
      ? fetch(this.url, this.message(sent.map(({ edit }) => edit), { signal: AbortSignal.timeout(PATIENCE_MS) }))
      : fetch(`${this.url}?since=${this.since}`, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
    const answer = await asked;
    if (answer.type === "opaqueredirect") throw new Refused(401, []);
    if (!answer.ok) throw new Refused(answer.status, (await answer.json().catch(() => ({}))).obstacles ?? []);
    return answer.json();
  }

  message(edits, more) {
    return {
      method: "POST",
      redirect: "manual",
      credentials: "same-origin",
      headers: { "X-CSRFToken": this.token, "Content-Type": "application/json" },
      body: JSON.stringify({ since: this.since, edits }),
      ...more,
    };
  }

  /** On the way out of the page what is not sent yet goes along, whether or not the answer is still heard. */
  hurry() {
    const edits = this.unsent.map((line) => this.editOf(line));
    if (edits.length) fetch(this.url, this.message(edits, { keepalive: true })).catch(() => {});
  }

  read(answer, sent = []) {
    const rows = new Map(answer.lines.map((row) => [row.id, row]));
    for (const { line, edit } of sent) this.settle(line, edit, rows, answer.stands?.[line.id] ?? line.id);
    for (const row of answer.lines) this.receive(row);
    this.since = Math.max(this.since, answer.seq);
    for (const part of this.parts) part.extend();
    this.store();
  }

  /** What became of a line that was sent. */
  settle(line, edit, rows, stands) {
    const typedOn = line.text !== edit.text;
    if (stands !== line.id) {
      this.moveOn(line, edit, rows.get(stands), typedOn);
      return;
    }
    line.wish = null;
    line.unsent = typedOn;
    const row = rows.get(line.id);
    if (row) line.take(row);
    line.show();
  }

  /** Somebody else changed the line meanwhile: the own words go on in the line beside it. */
  moveOn(line, edit, row, typedOn) {
    const words = line.text;
    const here = document.activeElement === line.box ? line.box.selectionStart : null;
    const own = this.lines.get(row.id) ?? line.part.make(row.id);
    own.take(row);
    line.part.place(own);
    own.text = typedOn ? words : row.text;
    own.unsent = typedOn;
    own.show();
    line.unsent = false;
    line.wish = null;
    if (here !== null) {
      own.box.focus();
      own.box.setSelectionRange(here, here);
    }
  }

  /** A line as the server has it; one that is being typed here is left alone, the server will weigh both. */
  receive(row) {
    const part = this.partOf(row) ?? this.widen(row);
    const known = this.lines.get(row.id);
    if (known?.unsent || known?.composing) return;
    if (row.removed) {
      if (known && document.activeElement !== known.box) this.forget(known);
      else if (known) Object.assign(known, { base: row.version });
      return;
    }
    const line = known ?? part.make(row.id);
    const moved = !known || line.position !== row.position;
    line.take(row);
    line.text = row.text;
    if (moved) part.place(line);
    line.show();
  }

  /** An agency that came later: its opinion gets a part of its own. */
  widen(row) {
    const made = new Part(this, { field: row.field, agency: row.agency, label: "ほかの機関の意見" });
    this.parts.push(made);
    this.root.querySelector("[data-live-parts]").append(made.node);
    return made;
  }

  forget(line) {
    this.lines.delete(line.id);
    this.byNode.delete(line.node);
    line.node.remove();
  }

  /** Unsent lines outlive the page in this tab alone; nothing that was sent is kept. */
  store() {
    const kept = this.unsent.filter((line) => line.unsent).map((line) => this.editOf(line));
    try {
      if (kept.length) sessionStorage.setItem(this.storage, JSON.stringify({ turn: this.turn, kept }));
      else sessionStorage.removeItem(this.storage);
    } catch {
      /* Not kept then; the page itself still holds them and asks before it is left. */
    }
  }

  kept() {
    try {
      return JSON.parse(sessionStorage.getItem(this.storage));
    } catch {
      return null;
    }
  }

  /** What an earlier page in this tab could not send any more: it goes on as that page. */
  recover(found) {
    for (const edit of found?.kept ?? []) {
      const part = this.partOf(edit);
      if (!part) continue;
      const line = this.lines.get(edit.id) ?? part.make(edit.id);
      if (line.base && line.text === edit.text) continue;
      Object.assign(line, { base: edit.base, page: edit.page });
      line.text = edit.text;
      line.unsent = true;
      if (!line.node.isConnected) part.list.insertBefore(line.node, part.list.lastElementChild);
      line.show();
    }
    this.turn = Math.max(this.turn, found?.turn ?? 0);
  }

  say(state, words) {
    this.status.dataset.state = state;
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  trouble(error) {
    const status = error instanceof Refused ? error.status : 0;
    if (status === 401 || status === 403) {
      this.say("trouble", "サインインが切れています。別のタブでサインインし直すと、続けて送ります。書いた行はこの画面に残っています。");
    } else if (error instanceof Refused && error.words.length) {
      this.say("trouble", error.words.join(" "));
    } else {
      this.say("trouble", "つながっていません。書いた行はこの画面に残っています。つながったら送ります。");
    }
    this.retry = Math.min(this.retry * 1.5, LONGEST_RETRY_MS);
  }
}

class Refused extends Error {
  constructor(status, words) {
    super(`minutes refused: ${status}`);
    this.status = status;
    this.words = words;
  }
}

function clock() {
  return new Intl.DateTimeFormat("ja-JP", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false }).format(new Date());
}

for (const root of document.querySelectorAll("[data-live]")) new Minutes(root);
