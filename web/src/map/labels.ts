/** Keeps labels off each other: a coarse grid of taken cells over the screen. */
export class LabelGrid {
  private readonly columns: number;
  private readonly rows: number;
  private readonly taken: Uint8Array;

  constructor(widthPx: number, heightPx: number, private readonly cellPx = 8) {
    this.columns = Math.max(1, Math.ceil(widthPx / cellPx));
    this.rows = Math.max(1, Math.ceil(heightPx / cellPx));
    this.taken = new Uint8Array(this.columns * this.rows);
  }

  /** Takes the box if all of it is on the screen and free. */
  place(x: number, y: number, widthPx: number, heightPx: number): boolean {
    if (x < 0 || y < 0 || x + widthPx > this.columns * this.cellPx || y + heightPx > this.rows * this.cellPx) return false;
    if (!this.eachCell(x, y, widthPx, heightPx, (i) => this.taken[i] === 0)) return false;
    this.block(x, y, widthPx, heightPx);
    return true;
  }

  /** Takes the part of the box that is on the screen, free or not. */
  block(x: number, y: number, widthPx: number, heightPx: number): void {
    this.eachCell(x, y, widthPx, heightPx, (i) => {
      this.taken[i] = 1;
      return true;
    });
  }

  private eachCell(x: number, y: number, widthPx: number, heightPx: number, visit: (index: number) => boolean): boolean {
    const left = Math.max(0, Math.floor(x / this.cellPx));
    const right = Math.min(this.columns - 1, Math.floor((x + widthPx - 1) / this.cellPx));
    const top = Math.max(0, Math.floor(y / this.cellPx));
    const bottom = Math.min(this.rows - 1, Math.floor((y + heightPx - 1) / this.cellPx));
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++)
        if (!visit(row * this.columns + column)) return false;
    return true;
  }
}

/** Where the box of a label begins from its symbol, and which edge of it the text keeps to: the one that is nearest to the symbol. */
export interface Offset { dx: number; dy: number; align: "left" | "right" | "center" }

/** Where a label of this size may stand beside its symbol, best first: right, left, above, below. */
export function labelOffsets(widthPx: number, heightPx: number, gapPx: number): Offset[] {
  return [
    { dx: gapPx, dy: -heightPx / 2, align: "left" },
    { dx: -gapPx - widthPx, dy: -heightPx / 2, align: "right" },
    { dx: -widthPx / 2, dy: -gapPx - heightPx, align: "center" },
    { dx: -widthPx / 2, dy: gapPx, align: "center" },
  ];
}
