/* Dates are typed in either calendar. This adds buttons for near days and reads back what was understood,
   with the day of the week, so that a slip is seen at once. The server alone decides what is valid, and it is the
   server that reads words (昨日 10時, 先週の金曜): there is one rule for them. */
import { once } from "./find.js";

const PAUSE_MS = 300;

const ERAS = { 令和: 2018, R: 2018, 平成: 1988, H: 1988, 昭和: 1925, S: 1925, 大正: 1911, T: 1911, 明治: 1867, M: 1867 };
const WORDS = { "-1": "昨日", 0: "今日", 1: "明日", 7: "1週間後", 14: "2週間後", 21: "3週間後", 30: "30日後", 90: "90日後", 365: "1年後" };
const ERA_DATE = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", month: "long", day: "numeric" });
const PLAIN_DATE = new Intl.DateTimeFormat("ja-JP", { year: "numeric", month: "long", day: "numeric", weekday: "short" });

/** Read 令和7年4月1日, R7.4.1, 2025-04-01, 2025/4/1; null when it is none of these or no real day. */
export function readDate(text) {
  const plain = text.normalize("NFKC").replace(/\s/g, "").toUpperCase().replace("元年", "1年");
  const found = /^(令和|平成|昭和|大正|明治|[RHSTM])?(\d{1,4})[年./-](\d{1,2})[月./-](\d{1,2})日?$/.exec(plain);
  if (!found) return null;
  const [, era, year, month, day] = found;
  if (!era && year.length !== 4) return null;
  const date = new Date((era ? ERAS[era] : 0) + Number(year), Number(month) - 1, Number(day));
  return date.getMonth() === Number(month) - 1 && date.getDate() === Number(day) ? date : null;
}

function dayFromNow(offset) {
  const day = new Date();
  day.setDate(day.getDate() + offset);
  return day;
}

function addButtons(box, input) {
  const offsets = (input.dataset.dateQuick ?? "0,-1").split(",").filter(Boolean);
  for (const offset of offsets) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn btn--small withdate__quick";
    button.textContent = WORDS[offset] ?? `${offset}日後`;
    const label = document.querySelector(`label[for="${input.id}"]`) ?? input.closest("fieldset")?.querySelector("legend");
    const name = label?.firstChild?.textContent.trim();
    if (name) button.setAttribute("aria-label", `${button.textContent}(${name}に入れる)`);
    button.addEventListener("click", () => {
      input.value = ERA_DATE.format(dayFromNow(Number(offset)));
      input.dispatchEvent(new Event("input", { bubbles: true }));
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    box.append(button);
  }
}

/** What the server makes of a word for a day, or why it makes nothing of it. */
async function ask(input) {
  const query = new URLSearchParams({ text: input.value });
  if (input.matches("[data-date-clock]")) query.set("clock", "1");
  const response = await fetch(`/cases/writing/when/?${query}`, { headers: { Accept: "application/json" } });
  return response.ok ? response.json() : {};
}

/** 「昨日 10時」, once understood and left, becomes the day in its box and the time in the one beside it. */
function settle(input, answer) {
  const clock = input.closest(".inputs")?.querySelector(".time-input");
  if (!answer.day || !clock || !answer.clock) return;
  input.value = answer.day;
  clock.value = answer.clock;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function addEcho(box, input) {
  const echo = document.createElement("span");
  echo.className = "withdate__echo";
  echo.setAttribute("aria-live", "polite");
  let timer = null;
  const say = (words, trouble = false) => {
    echo.textContent = words;
    echo.classList.toggle("withdate__echo--trouble", trouble);
  };
  const show = () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    const date = readDate(typed);
    say(date ? PLAIN_DATE.format(date) : "");
    if (date || typed.length < 2) return;
    timer = setTimeout(async () => {
      const answer = await ask(input).catch(() => ({}));
      if (input.value.trim() === typed) say(answer.words ? `→ ${answer.words}` : answer.trouble ?? "", !answer.words);
    }, PAUSE_MS);
  };
  input.addEventListener("input", show);
  input.addEventListener("change", async () => {
    const typed = input.value.trim();
    if (typed.length < 2 || readDate(typed) || !input.matches("[data-date-clock]")) return;
    const answer = await ask(input).catch(() => ({}));
    if (input.value.trim() === typed) settle(input, answer);
  });
  show();
  box.append(echo);
}

export function watchDates(part) {
  for (const input of once(part, "input[data-date]:enabled:read-write", "Date")) {
    const box = document.createElement("span");
    box.className = "withdate";
    input.replaceWith(box);
    box.append(input);
    addButtons(box, input);
    addEcho(box, input);
  }
}
