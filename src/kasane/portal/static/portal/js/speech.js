/* 声で書く: a microphone on the text areas of writing.js, where the town has a speech-to-text server of its own.
   The recording goes to this server alone, and only while the button is pressed in; nothing of it is kept here. */
import { once } from "./find.js";
import { areaOf } from "./writing.js";

const LONGEST_MS = 120000;
const TYPES = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus"];
const url = document.body?.dataset.speech;

class Microphone {
  constructor(box) {
    this.box = box;
    this.area = areaOf(box);
    this.button = this.area.button("声で書く", () => this.press());
    this.button.setAttribute("aria-pressed", "false");
    this.area.open.after(this.button);
  }

  say(words) {
    this.area.said.textContent = words;
  }

  async press() {
    if (this.recorder?.state === "recording") {
      this.recorder.stop();
      return;
    }
    if (this.busy) return;
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.say("マイクを使えません。ブラウザーの許可と、マイクのつながりを確かめてください。");
      return;
    }
    this.record();
  }

  record() {
    const parts = [];
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.recorder = new MediaRecorder(this.stream, { mimeType, audioBitsPerSecond: 32000 });
    this.recorder.addEventListener("dataavailable", (event) => parts.push(event.data));
    this.recorder.addEventListener("stop", () => this.stopped(new Blob(parts, { type: mimeType.split(";")[0] })));
    this.recorder.start();
    this.timer = setTimeout(() => this.recorder.stop(), LONGEST_MS);
    this.button.setAttribute("aria-pressed", "true");
    this.button.textContent = "録音を終える";
    this.say("録音しています。話し終えたら、もう一度押してください(2分まで)。");
  }

  async stopped(audio) {
    clearTimeout(this.timer);
    for (const track of this.stream.getTracks()) track.stop();
    this.button.setAttribute("aria-pressed", "false");
    this.button.textContent = "声で書く";
    this.busy = true;
    this.say("文字にしています…");
    const answer = await this.send(audio);
    this.busy = false;
    if (answer.text) this.area.put(answer.text, undefined, undefined, "話したことを入れました。読み直してください。");
    else this.say(answer.trouble ?? "音声を文字にできませんでした。書いた文はそのまま残っています。");
  }

  async send(audio) {
    const response = await fetch(url, {
      method: "POST",
      body: audio,
      headers: {
        "X-CSRFToken": this.box.form?.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "",
        Accept: "application/json",
      },
    }).catch(() => null);
    if (!response) return { trouble: "つながっていません。書いた文はこの画面に残っています。" };
    return response.json().catch(() => ({}));
  }
}

export function watchSpeech(part) {
  if (!url || !navigator.mediaDevices || typeof MediaRecorder === "undefined") return;
  for (const box of once(part, "textarea[data-phrases]", "Speech")) new Microphone(box);
}
