import type { Place } from "../air/motion.ts";

/** From places to pixels for one still view of a north-up Mercator map: cheap enough for every track in every frame. */
export class Projection {
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels per degree of longitude. */
  readonly pxPerDeg: number;
  private readonly centreLonDeg: number;
  private readonly centreY: number;

  constructor(centre: Place, zoom: number, widthPx: number, heightPx: number) {
    this.widthPx = widthPx;
    this.heightPx = heightPx;
    this.pxPerDeg = (512 * 2 ** zoom) / 360;
    this.centreLonDeg = centre.lonDeg;
    this.centreY = mercatorDeg(centre.latDeg);
  }

  x(lonDeg: number): number {
    let east = lonDeg - this.centreLonDeg;
    if (east > 180) east -= 360;
    else if (east < -180) east += 360;
    return this.widthPx / 2 + east * this.pxPerDeg;
  }

  y(latDeg: number): number {
    return this.heightPx / 2 + (this.centreY - mercatorDeg(latDeg)) * this.pxPerDeg;
  }

  /** Pixels per metre on the ground at a latitude. */
  pxPerM(latDeg: number): number {
    return this.pxPerDeg / (111_194.93 * Math.cos((latDeg * Math.PI) / 180));
  }

  shows(x: number, y: number, marginPx: number): boolean {
    return x > -marginPx && y > -marginPx && x < this.widthPx + marginPx && y < this.heightPx + marginPx;
  }
}

/** Mercator's y in degrees of longitude at the equator. */
export function mercatorDeg(latDeg: number): number {
  const lat = (Math.max(-85.05, Math.min(85.05, latDeg)) * Math.PI) / 180;
  return (Math.log(Math.tan(Math.PI / 4 + lat / 2)) * 180) / Math.PI;
}
