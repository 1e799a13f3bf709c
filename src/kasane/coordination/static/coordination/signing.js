/* A signature drawn by finger, pen or mouse. The strokes stand as SVG path data in the hidden field beside the pad:
   only M and L with whole numbers of the pad's own units, which the server checks again. */
const NEAR = 3;

class Pad {
  constructor(box) {
    this.pad = box.querySelector("[data-sign-pad]");
    this.ink = box.querySelector("[data-sign-ink]");
    this.value = box.querySelector("[data-sign-value]");
    this.status = box.querySelector("[data-sign-status]");
    this.width = Number(this.pad.dataset.signWidth);
    this.height = Number(this.pad.dataset.signHeight);
    this.strokes = this.value.value.match(/M[^M]+/g) ?? [];
    this.pointer = null;
    this.pad.addEventListener("pointerdown", (event) => this.begin(event));
    this.pad.addEventListener("pointermove", (event) => this.go(event));
    for (const end of ["pointerup", "pointercancel"]) this.pad.addEventListener(end, (event) => this.end(event));
    box.querySelector("[data-sign-undo]").addEventListener("click", () => this.keep(this.strokes.slice(0, -1)));
    box.querySelector("[data-sign-clear]").addEventListener("click", () => this.keep([]));
    this.show();
  }

  point(event) {
    const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.pad.getScreenCTM().inverse());
    const inside = (value, most) => Math.round(Math.min(Math.max(value, 0), most));
    return [inside(place.x, this.width), inside(place.y, this.height)];
  }

  begin(event) {
    if (this.pointer !== null || (event.pointerType === "mouse" && event.button !== 0)) return;
    event.preventDefault();
    this.pointer = event.pointerId;
    this.pad.setPointerCapture(event.pointerId);
    this.last = this.point(event);
    this.strokes.push(`M${this.last.join(" ")}`);
  }

  go(event) {
    if (event.pointerId !== this.pointer) return;
    for (const step of event.getCoalescedEvents?.() ?? [event]) {
      const [x, y] = this.point(step);
      if (Math.abs(x - this.last[0]) + Math.abs(y - this.last[1]) < NEAR) continue;
      this.last = [x, y];
      this.strokes[this.strokes.length - 1] += `L${x} ${y}`;
    }
    this.show();
  }

  end(event) {
    if (event.pointerId !== this.pointer) return;
    this.pointer = null;
    if (!this.strokes.at(-1).includes("L")) this.strokes[this.strokes.length - 1] += `L${this.last.join(" ")}`;
    this.keep(this.strokes);
  }

  keep(strokes) {
    this.strokes = strokes;
    this.value.value = strokes.join("");
    this.value.dispatchEvent(new Event("input", { bubbles: true }));
    this.show();
    this.status.textContent = strokes.length ? "署名が書かれています。" : "";
  }

  show() {
    this.ink.setAttribute("d", this.strokes.join(""));
  }
}

for (const box of document.querySelectorAll("[data-sign]")) new Pad(box);
