/** Every element below (or equal to) `part` that fits, each handed out once per `mark`. */
export function once(part, selector, mark) {
  const found = [...part.querySelectorAll(selector)];
  if (part instanceof Element && part.matches(selector)) found.unshift(part);
  return found.filter((element) => {
    const key = `wired${mark}`;
    if (element.dataset[key]) return false;
    element.dataset[key] = "1";
    return true;
  });
}

/** Keep a small choice of the reader on this machine; never anything about a person. */
export function remember(name, value) {
  try {
    localStorage.setItem(`kasane.${name}`, value);
  } catch {
    /* Not kept then; it holds for this page. */
  }
}
