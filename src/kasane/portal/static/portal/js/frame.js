/* The frame: folding the rail, closing menus, printing. */
import { remember } from "./find.js";

const root = document.documentElement;

function watchRail() {
  const button = document.querySelector("[data-rail-fold]");
  if (!button) return;
  const word = button.querySelector(".rail__fold-word");
  const show = () => {
    const wide = root.dataset.rail !== "narrow";
    button.setAttribute("aria-expanded", String(wide));
    word.textContent = wide ? "たたむ" : "ひろげる";
  };
  show();
  button.addEventListener("click", () => {
    if (root.dataset.rail === "narrow") delete root.dataset.rail;
    else root.dataset.rail = "narrow";
    remember("rail", root.dataset.rail ?? "wide");
    show();
  });
}

function watchMenus() {
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details[data-menu][open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const menu = document.querySelector("details[data-menu][open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
}

/** Where the tabs are wider than the screen, the one that is open stands in sight. */
function showTab() {
  for (const open of document.querySelectorAll(".tabs [aria-current]")) {
    const bar = open.closest(".tabs");
    const beyond = open.getBoundingClientRect().right - bar.getBoundingClientRect().right;
    if (beyond > 0) bar.scrollLeft += beyond + bar.clientWidth / 4;
  }
}

export function watchFrame() {
  watchRail();
  showTab();
  watchMenus();
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-print]")) window.print();
  });
}
