/* Quick entry by keyboard: a group of check boxes is one stop of the Tab key; the arrow keys go from chip to chip.
   Without this script every box is a stop of its own. */
const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function stopAt(boxes, chosen) {
  for (const box of boxes) box.tabIndex = box === chosen ? 0 : -1;
}

for (const group of document.querySelectorAll(".desk-quick .chips")) {
  const boxes = [...group.querySelectorAll('input[type="checkbox"]')];
  if (boxes.length < 2) continue;
  stopAt(boxes, boxes.find((box) => box.checked) ?? boxes[0]);
  group.addEventListener("focusin", (event) => {
    if (boxes.includes(event.target)) stopAt(boxes, event.target);
  });
  group.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const at = boxes.indexOf(event.target);
    if (!step || at < 0) return;
    event.preventDefault();
    boxes[(at + step + boxes.length) % boxes.length].focus();
  });
}
