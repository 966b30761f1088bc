import { bearingDeg, destination, ellipseOf } from "../air/motion.ts";
import type { Place } from "../air/motion.ts";
import { countdown, percent } from "../air/format.ts";
import type { Alert, Crossing, TrackDetail } from "../api/types.ts";
import type { Projection } from "./projection.ts";

/** Axes of the 95 % ellipse of a two-dimensional Gaussian, in standard deviations. */
const sigmas95 = 2.45;

/** The 95 % ellipse around where the selected track is drawn now. */
export function drawEllipse(context: CanvasRenderingContext2D, projection: Projection, at: Place, detail: TrackDetail): void {
  const ellipse = ellipseOf(detail.sigmaEastM, detail.sigmaNorthM, detail.covEastNorthM2);
  const scale = projection.pxPerM(at.latDeg) * sigmas95;
  if (!(ellipse.majorM * scale > 3)) return;
  context.beginPath();
  const turn = ((ellipse.headingDeg - 90) * Math.PI) / 180;
  context.ellipse(projection.x(at.lonDeg), projection.y(at.latDeg), ellipse.majorM * scale, ellipse.minorM * scale, turn, 0, 2 * Math.PI);
  context.fillStyle = "rgba(255,255,255,0.05)";
  context.fill();
  context.setLineDash([3, 3]);
  context.strokeStyle = "rgba(255,255,255,0.75)";
  context.lineWidth = 1;
  context.stroke();
  context.setLineDash([]);
}

/** From the track to where it will most probably enter, widening to two standard deviations of the entry point either side. */
export function drawCorridor(context: CanvasRenderingContext2D, projection: Projection, at: Place, crossing: Crossing): void {
  if (crossing.entryLatDeg === null || crossing.entryLonDeg === null || crossing.inside > 0.5) return;
  const entry = { latDeg: crossing.entryLatDeg, lonDeg: crossing.entryLonDeg };
  const across = bearingDeg(at, entry) + 90;
  const half = 2 * (crossing.entrySpreadM ?? 0);
  const [left, right] = [destination(entry, across, -half), destination(entry, across, half)];
  context.beginPath();
  for (const p of [at, left, right]) context.lineTo(projection.x(p.lonDeg), projection.y(p.latDeg));
  context.closePath();
  context.fillStyle = "rgba(255,157,66,0.13)";
  context.fill();
  context.beginPath();
  context.moveTo(projection.x(at.lonDeg), projection.y(at.latDeg));
  context.lineTo(projection.x(entry.lonDeg), projection.y(entry.latDeg));
  context.setLineDash([6, 4]);
  context.strokeStyle = "rgba(255,190,120,0.9)";
  context.lineWidth = 1.2;
  context.stroke();
  context.setLineDash([]);
  drawCross(context, projection, entry);
}

/** Probability and time, written beside the entry point above everything else. */
export function drawEntryText(context: CanvasRenderingContext2D, projection: Projection, at: Place, crossing: Crossing): void {
  if (crossing.entryLatDeg === null || crossing.entryLonDeg === null || crossing.inside > 0.5) return;
  const text = `${percent(crossing.within20Min)} · ${countdown(crossing.etaP50S)}`;
  const x = projection.x(crossing.entryLonDeg) + 10;
  const entryY = projection.y(crossing.entryLatDeg);
  // Below the symbol when the track is nearly there.
  const close = Math.abs(projection.x(at.lonDeg) - x) < 110 && Math.abs(projection.y(at.latDeg) - entryY) < 34;
  const y = close ? Math.max(entryY, projection.y(at.latDeg)) + 34 : entryY;
  context.font = "600 11.5px system-ui, 'DejaVu Sans', sans-serif";
  context.fillStyle = "rgba(40,24,8,0.92)";
  context.beginPath();
  context.roundRect(x, y - 10, context.measureText(text).width + 12, 20, 4);
  context.fill();
  context.fillStyle = "#ffcf9e";
  context.fillText(text, x + 6, y + 4);
}

/** Where an alert expects its track to enter. */
export function drawAlertEntry(context: CanvasRenderingContext2D, projection: Projection, alert: Alert): void {
  if (alert.entryLatDeg === null || alert.entryLonDeg === null) return;
  drawCross(context, projection, { latDeg: alert.entryLatDeg, lonDeg: alert.entryLonDeg });
}

function drawCross(context: CanvasRenderingContext2D, projection: Projection, at: Place): void {
  const x = projection.x(at.lonDeg);
  const y = projection.y(at.latDeg);
  if (!projection.shows(x, y, 20)) return;
  context.strokeStyle = "#ffb56b";
  context.lineWidth = 1.6;
  context.beginPath();
  context.moveTo(x - 4, y - 4);
  context.lineTo(x + 4, y + 4);
  context.moveTo(x + 4, y - 4);
  context.lineTo(x - 4, y + 4);
  context.stroke();
}
