/* Keys of the desk: "/" goes to the search box, 1-6 to the tabs of a case. They can be switched off
   in the account menu, because single-letter keys disturb people who speak to their computer. */
import { remember } from "./find.js";

const root = document.documentElement;

function isTyping(target) {
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

function onKey(event) {
  if (root.dataset.keys === "off" || event.defaultPrevented || event.isComposing) return;
  if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
  if (event.key === "/") {
    const box = document.querySelector("[data-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
    return;
  }
  const tab = /^[1-9]$/.test(event.key) && document.querySelector(`a[data-tab-key="${event.key}"]`);
  if (tab) {
    event.preventDefault();
    tab.click();
  }
}

function showState(button) {
  const on = root.dataset.keys !== "off";
  button.querySelector("[data-keys-word]").textContent = on
    ? "画面のキー操作( / と 1〜6)を止める"
    : "画面のキー操作( / と 1〜6)を使う";
}

export function watchKeys() {
  document.addEventListener("keydown", onKey);
  const button = document.querySelector("[data-keys-toggle]");
  if (!button) return;
  showState(button);
  button.addEventListener("click", () => {
    const next = root.dataset.keys === "off" ? "on" : "off";
    root.dataset.keys = next;
    remember("keys", next);
    showState(button);
  });
}
