/* The wall: ← and → lead to the item before and after, Esc leaves. The clock tells the time and the minutes left of the
   item, counted from when it came on the wall. */

const KEYS = { ArrowLeft: "[data-before]", ArrowRight: "[data-after]", Escape: "[data-leave]" };

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const link = KEYS[event.key] && document.querySelector(KEYS[event.key]);
  if (!link) return;
  event.preventDefault();
  link.click();
});

function begun(item) {
  const name = `kasane.wall.${item}`;
  try {
    const kept = Number(sessionStorage.getItem(name));
    if (kept) return kept;
    sessionStorage.setItem(name, String(Date.now()));
  } catch {
    /* Counted from now then. */
  }
  return Date.now();
}

const clock = document.querySelector("[data-clock]");
const left = document.querySelector("[data-left]");
const since = begun(left.dataset.item);
const time = new Intl.DateTimeFormat("ja-JP", { hour: "2-digit", minute: "2-digit", hour12: false });

function tell() {
  clock.textContent = time.format(new Date());
  const minutes = Math.ceil(Number(left.dataset.minutes) - (Date.now() - since) / 60000);
  left.textContent = minutes >= 0 ? `のこり${minutes}分` : `${-minutes}分すぎ`;
  left.toggleAttribute("data-over", minutes < 0);
}

tell();
setInterval(tell, 5000);
