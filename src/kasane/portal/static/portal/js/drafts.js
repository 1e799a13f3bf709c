/* A long form saves itself as a draft on the server (R-OPS-03).
   <form data-draft-url="…">: 1.5 s after the last key, or on leaving a field, the form is posted there.
   While the server can not be reached the words stay in the page, the line at the foot says so, and the
   page tries again. Only one save is under way at a time, so an older text never lands on a newer one.
   A page may hold several such forms: when one is sent, what stands in the others and is not kept yet goes along. */
import { once } from "./find.js";
import { markUnsaved } from "./forms.js";

const PAUSE_MS = 1500;
const FIRST_RETRY_MS = 2000;
const LONGEST_RETRY_MS = 60000;
const KEEPALIVE_BYTES = 60000;

/** The fields of a form as the server will read them; no files, no passwords, no token. */
function serialize(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (name === "csrfmiddlewaretoken" || typeof value !== "string") continue;
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement && field.type === "password") continue;
    body.append(name, value);
  }
  return body;
}

function clock() {
  return new Intl.DateTimeFormat("ja-JP", { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date());
}

/** The drafts of this page. */
const drafts = new Set();

class Draft {
  constructor(form) {
    this.form = form;
    this.status = form.querySelector("[data-draft-status]") ?? document.querySelector("[data-draft-status]");
    this.changes = 0;
    this.saved = 0;
    this.savedBody = serialize(form).toString();
    this.running = null;
    this.timer = null;
    this.retry = FIRST_RETRY_MS;
    this.stopped = false;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    drafts.add(this);
    form.addEventListener("focusout", (event) => {
      /* On the way to its own button the form is sent itself: a draft kept then would outlive the sending. */
      if (!(event.relatedTarget?.form === form && event.relatedTarget.type === "submit")) this.save();
    });
    form.addEventListener("submit", (event) => {
      if (!event.defaultPrevented) this.stop();
    });
    form.addEventListener("formdata", (event) => {
      if (this.stopped) this.bring(event.formData);
    });
    window.addEventListener("online", () => this.save());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.stopped = false;
    });
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.save();
    });
  }

  get waiting() {
    return this.changes > this.saved;
  }

  changed() {
    this.changes += 1;
    this.later(PAUSE_MS);
  }

  later(ms) {
    clearTimeout(this.timer);
    if (!this.stopped) this.timer = setTimeout(() => this.save(), ms);
  }

  /** What the other forms hold and the server does not have yet goes with the form that is sent. */
  bring(sent) {
    for (const other of drafts) {
      if (other === this || !other.waiting || !other.form.isConnected) continue;
      const [form, subject] = other.form.dataset.draftUrl.split("/").filter(Boolean).slice(-2);
      sent.append("beside", `${form}/${decodeURIComponent(subject)}?${serialize(other.form)}`);
      markUnsaved(other.form, false);
    }
  }

  stop() {
    this.stopped = true;
    clearTimeout(this.timer);
    this.running?.abort();
  }

  say(state, words) {
    if (!this.status) return;
    this.status.dataset.state = state;
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  async save() {
    if (this.stopped || this.running || !this.waiting) return;
    clearTimeout(this.timer);
    const count = this.changes;
    const body = serialize(this.form).toString();
    if (body === this.savedBody) {
      this.saved = count;
      markUnsaved(this.form, false);
      return;
    }
    this.running = new AbortController();
    try {
      const answer = await this.post(body);
      this.saved = count;
      this.savedBody = body;
      this.retry = FIRST_RETRY_MS;
      this.say("saved", `下書きを保存しました ${answer.saved_at ?? clock()}`);
      if (!this.waiting) markUnsaved(this.form, false);
    } catch (error) {
      if (!this.stopped) this.trouble(error);
    } finally {
      this.running = null;
      if (this.waiting && this.retry === FIRST_RETRY_MS) this.later(PAUSE_MS);
    }
  }

  async post(body) {
    const response = await fetch(this.form.dataset.draftUrl, {
      method: "POST",
      body,
      headers: {
        "X-CSRFToken": this.form.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
        "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8",
        Accept: "application/json",
      },
      credentials: "same-origin",
      redirect: "manual",
      keepalive: body.length < KEEPALIVE_BYTES,
      signal: this.running.signal,
    });
    if (response.type === "opaqueredirect") throw new Refused(401);
    if (!response.ok) throw new Refused(response.status);
    return response.json().catch(() => ({}));
  }

  trouble(error) {
    const status = error instanceof Refused ? error.status : 0;
    if (status === 401 || status === 403) {
      this.say("trouble", "サインインが切れています。別のタブでサインインし直すと、続けて保存します。記入はこの画面に残っています。");
    } else if (status === 409) {
      this.say("trouble", "別の画面で同じ様式が書きかえられました。保存のときに両方を見比べられます。");
    } else if (status) {
      this.say("trouble", "下書きをまだ保存できません。記入はこの画面に残っています。もう一度試しています。");
    } else {
      this.say("trouble", "つながっていません。記入はこの画面に残っています。つながったら保存します。");
    }
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY_MS);
    this.later(this.retry);
  }
}

class Refused extends Error {
  constructor(status) {
    super(`draft refused: ${status}`);
    this.status = status;
  }
}

export function watchDrafts(part) {
  for (const form of once(part, "form[data-draft-url]", "Draft")) new Draft(form);
}
