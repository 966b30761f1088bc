/** A transparent canvas over the map, kept at the size of its container and the screen's pixel ratio. */
export class Overlay {
  readonly canvas = document.createElement("canvas");
  readonly context: CanvasRenderingContext2D;
  readonly ratio = Math.min(2, window.devicePixelRatio || 1);

  constructor(container: HTMLElement) {
    const context = this.canvas.getContext("2d");
    if (!context) throw new Error("This browser draws no 2-D canvas.");
    this.context = context;
    this.canvas.className = "overlay";
    this.canvas.setAttribute("aria-hidden", "true");
    container.append(this.canvas);
  }

  /** Clears it, at the size given, ready to draw in CSS pixels. */
  begin(widthPx: number, heightPx: number): CanvasRenderingContext2D {
    const width = Math.round(widthPx * this.ratio);
    const height = Math.round(heightPx * this.ratio);
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
    }
    this.context.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
    this.context.clearRect(0, 0, widthPx, heightPx);
    return this.context;
  }
}
