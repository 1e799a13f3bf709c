/* Runs before the first paint, so that a folded rail does not jump. Everything else is in app.js. */
(function () {
  "use strict";
  const root = document.documentElement;
  root.dataset.js = "on";
  try {
    if (localStorage.getItem("kasane.rail") === "narrow") root.dataset.rail = "narrow";
    if (localStorage.getItem("kasane.keys") === "off") root.dataset.keys = "off";
  } catch {
    /* Storage may be switched off in an office; the page works without it. */
  }
})();
