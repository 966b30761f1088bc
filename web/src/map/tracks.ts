import { duration, shortHeight, speed } from "../air/format.ts";
import { identityColour, prominence } from "../air/symbols.ts";
import { destination } from "../air/motion.ts";
import { trackNumber } from "../api/picture.ts";
import type { Alert, Crossing, TrackDetail } from "../api/types.ts";
import type { Settings } from "../state/settings.ts";
import { shownAt } from "../state/shown.ts";
import { needsAnswer } from "../state/store.ts";
import type { ShownTrack, Store } from "../state/store.ts";
import { Atlas } from "./atlas.ts";
import { Overlay } from "./canvas.ts";
import { heapsOf } from "./heaps.ts";
import type { Heaps } from "./heaps.ts";
import { LabelGrid, labelOffsets } from "./labels.ts";
import type { Offset } from "./labels.ts";
import type { Projection } from "./projection.ts";
import { drawAlertEntry, drawCorridor, drawEllipse, drawEntryText } from "./selection.ts";

/** A track on the screen. */
interface Drawn { track: ShownTrack; x: number; y: number; rank: number }

/** What is drawn besides the store's tracks. */
export interface Emphasis {
  selected: number | null;
  detail: TrackDetail | null;
  /** Open alerts by track number, the most urgent of each. */
  alerted: ReadonlyMap<number, Alert>;
  /** False for what the viewer's filter leaves out; what is selected or has an alert is shown all the same. */
  wanted: (track: ShownTrack) => boolean;
}

const labelEveryMs = 600;
const labelFont = "11px system-ui, 'Segoe UI', 'DejaVu Sans', sans-serif";
const lineHeightPx = 13;

/** Symbols of the same identity nearer than this lie on each other, px. */
const heapPx = 20;

/** The strip of tools over the map: no label there. */
const toolStripPx = 40;

/** The moving part of the map: symbols, leaders, labels and what belongs to the selected track. */
export class TrackLayer {
  private readonly overlay: Overlay;
  private readonly atlas: Atlas;
  private drawn: Drawn[] = [];
  private labels = new Map<number, Offset & { widthPx: number }>();
  private heaps: Heaps = { others: new Map(), small: new Set() };
  private labelsAtMs = Number.NEGATIVE_INFINITY;
  /** Pixels per second of the fastest track drawn last: how soon the next frame is worth drawing. */
  fastestPxPerS = 0;

  constructor(container: HTMLElement) {
    this.overlay = new Overlay(container);
    this.atlas = new Atlas(this.overlay.ratio);
  }

  /** Labels are placed anew in the next frame: the view or what is shown has changed. */
  rearrange(): void {
    this.labelsAtMs = Number.NEGATIVE_INFINITY;
  }

  draw(projection: Projection, store: Store, settings: Settings, emphasis: Emphasis, atMs: number): void {
    const context = this.overlay.begin(projection.widthPx, projection.heightPx);
    this.collect(projection, store, settings, emphasis, atMs);
    for (const alert of emphasis.alerted.values()) if (alert.state !== "acknowledged") drawAlertEntry(context, projection, alert);
    this.drawSelection(context, projection, store, emphasis, atMs);
    this.drawLeaders(context, projection, settings);
    if (atMs - this.labelsAtMs > labelEveryMs) {
      this.heap(emphasis);
      this.placeLabels(context, projection, settings, emphasis, store.clock.at(atMs));
      this.labelsAtMs = atMs;
    }
    for (const item of this.drawn) if (this.isSmall(item, emphasis)) drawMark(context, item);
    for (const item of this.drawn) if (!this.isSmall(item, emphasis)) this.drawSymbol(context, item, projection, emphasis, atMs);
    for (const item of this.drawn) this.drawCount(context, item);
    for (const item of this.drawn) this.drawLabel(context, item, settings, store.clock.at(atMs));
    const entry = likeliestEntry(emphasis);
    const selected = emphasis.selected === null ? undefined : store.tracks.get(emphasis.selected);
    if (entry && selected) drawEntryText(context, projection, shownAt(selected, store.clock, atMs), entry);
  }

  /** Routine traffic and open questions may lie in a heap; what asks for attention, is selected or has an alert never does. */
  private heap({ selected, alerted }: Emphasis): void {
    const plain = this.drawn.filter(({ track }) => track.status !== "tentative" && prominence(track.identity) < 2 && track.n !== selected && !alerted.has(track.n));
    this.heaps = heapsOf(plain.map(({ track, x, y }) => ({ n: track.n, x, y, kind: track.identity })), heapPx);
  }

  private isSmall({ track }: Drawn, { selected, alerted }: Emphasis): boolean {
    return this.heaps.small.has(track.n) && track.n !== selected && !alerted.has(track.n);
  }

  /** How many more the symbol of a heap stands for. */
  private drawCount(context: CanvasRenderingContext2D, { track, x, y }: Drawn): void {
    const others = this.heaps.others.get(track.n) ?? 0;
    if (others === 0) return;
    context.font = "700 10px system-ui, 'DejaVu Sans', sans-serif";
    context.lineWidth = 3;
    context.lineJoin = "round";
    context.strokeStyle = "rgba(8,12,16,0.9)";
    context.strokeText(`+${others}`, x + 6, y - 7);
    context.fillStyle = "#f4f7fa";
    context.fillText(`+${others}`, x + 6, y - 7);
  }

  /** The track drawn nearest to a point, within 18 pixels; what asks for attention wins over what does not. */
  hit(x: number, y: number): number | null {
    let best: number | null = null;
    let bestScore = 18;
    for (const item of this.drawn) {
      const score = Math.hypot(item.x - x, item.y - y) - Math.min(item.rank, 3) * 2;
      if (score < bestScore) [best, bestScore] = [item.track.n, score];
    }
    return best;
  }

  private collect(projection: Projection, store: Store, settings: Settings, emphasis: Emphasis, atMs: number): void {
    this.drawn = [];
    this.fastestPxPerS = 0;
    for (const track of store.tracks.values()) {
      const chosen = track.n === emphasis.selected || emphasis.alerted.has(track.n);
      if (!chosen && !(isShown(track, settings) && emphasis.wanted(track))) continue;
      const place = shownAt(track, store.clock, atMs);
      const x = projection.x(place.lonDeg);
      const y = projection.y(place.latDeg);
      if (!projection.shows(x, y, 40)) continue;
      const rank = (track.n === emphasis.selected ? 4 : 0) + (emphasis.alerted.has(track.n) ? 1 : 0) + (track.status === "tentative" ? 0 : prominence(track.identity));
      this.drawn.push({ track, x, y, rank });
      this.fastestPxPerS = Math.max(this.fastestPxPerS, track.speedMps * store.clock.rate * projection.pxPerM(track.latDeg));
    }
    this.drawn.sort((a, b) => a.rank - b.rank || a.track.n - b.track.n);
  }

  private drawSelection(context: CanvasRenderingContext2D, projection: Projection, store: Store, emphasis: Emphasis, atMs: number): void {
    const { detail, selected } = emphasis;
    const track = selected === null ? undefined : store.tracks.get(selected);
    if (!track || !detail || detail.n !== selected) return;
    const at = shownAt(track, store.clock, atMs);
    const entry = likeliestEntry(emphasis);
    if (entry) drawCorridor(context, projection, at, entry);
    drawEllipse(context, projection, at, detail);
  }

  private drawLeaders(context: CanvasRenderingContext2D, projection: Projection, settings: Settings): void {
    if (settings.leaderMinutes === 0) return;
    context.lineWidth = 1.1;
    for (const { track, x, y } of this.drawn) {
      if (track.speedMps < 5 || track.status === "tentative") continue;
      const end = destination(track, track.headingDeg, track.speedMps * settings.leaderMinutes * 60);
      const dx = projection.x(end.lonDeg) - projection.x(track.lonDeg);
      const dy = projection.y(end.latDeg) - projection.y(track.latDeg);
      context.strokeStyle = identityColour[track.identity];
      context.globalAlpha = opacity(track) * (prominence(track.identity) === 0 ? 0.45 : 0.85);
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + dx, y + dy);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  private drawSymbol(context: CanvasRenderingContext2D, item: Drawn, projection: Projection, emphasis: Emphasis, atMs: number): void {
    const { track, x, y } = item;
    if (track.status === "tentative" && track.n !== emphasis.selected) return drawDot(context, item);
    const sprite = this.atlas.get(track.identity, track.objectClass, sizeOf(track, projection));
    context.globalAlpha = opacity(track);
    context.drawImage(sprite.image, x - sprite.anchorX, y - sprite.anchorY, sprite.widthPx, sprite.heightPx);
    context.globalAlpha = 1;
    const alert = emphasis.alerted.get(track.n);
    if (alert) drawAlertRing(context, x, y, needsAnswer(alert), atMs);
    if (track.n === emphasis.selected) drawBrackets(context, x, y, 18);
  }

  private placeLabels(context: CanvasRenderingContext2D, projection: Projection, settings: Settings, emphasis: Emphasis, nowMs: number): void {
    this.labels.clear();
    const grid = new LabelGrid(projection.widthPx, projection.heightPx);
    grid.block(0, 0, projection.widthPx, toolStripPx);
    for (const { x, y, rank } of this.drawn) if (rank > 0) grid.block(x - 7, y - 7, 14, 14);
    context.font = labelFont;
    for (let i = this.drawn.length - 1; i >= 0; i--) {
      const item = this.drawn[i] as Drawn;
      if (!wantsLabel(item, settings, emphasis) || !projection.shows(item.x, item.y, 0)) continue;
      if (this.heaps.small.has(item.track.n) && settings.labels !== "all") continue;
      const lines = labelLines(item.track, settings, nowMs);
      const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 8;
      const height = lines.length * lineHeightPx + 3;
      const offset = labelOffsets(width, height, 14).find((o) => grid.place(item.x + o.dx, item.y + o.dy, width, height));
      if (offset) this.labels.set(item.track.n, { ...offset, widthPx: width });
    }
  }

  private drawLabel(context: CanvasRenderingContext2D, { track, x, y }: Drawn, settings: Settings, nowMs: number): void {
    const offset = this.labels.get(track.n);
    if (!offset) return;
    const lines = labelLines(track, settings, nowMs);
    context.font = labelFont;
    const left = Math.round(x + offset.dx);
    const textX = offset.align === "left" ? left + 4 : offset.align === "right" ? left + offset.widthPx - 4 : left + offset.widthPx / 2;
    context.textAlign = offset.align;
    let baseline = Math.round(y + offset.dy) + 11;
    context.globalAlpha = prominence(track.identity) === 0 ? 0.75 : 1;
    context.strokeStyle = "rgba(8,12,16,0.85)";
    context.lineWidth = 3;
    context.lineJoin = "round";
    for (const [i, line] of lines.entries()) {
      context.strokeText(line, textX, baseline);
      context.fillStyle = i === 0 ? identityColour[track.identity] : "#c6d2dd";
      context.fillText(line, textX, baseline);
      baseline += lineHeightPx;
    }
    context.textAlign = "left";
    context.globalAlpha = 1;
  }
}

/** The crossing of the selected track that is worth drawing. */
function likeliestEntry({ detail, selected }: Emphasis): Crossing | null {
  if (!detail || detail.n !== selected) return null;
  const worthwhile = detail.crossings.filter((c) => c.entryLatDeg !== null && c.within20Min >= 0.02);
  return worthwhile.reduce<Crossing | null>((best, c) => (!best || c.within20Min > best.within20Min ? c : best), null);
}

function isShown(track: ShownTrack, settings: Settings): boolean {
  return track.status === "tentative" ? settings.tentative : settings.routine || prominence(track.identity) > 0;
}

function wantsLabel(item: Drawn, settings: Settings, emphasis: Emphasis): boolean {
  if (item.track.n === emphasis.selected) return true;
  if (item.track.status === "tentative") return false;
  if (settings.labels === "all") return true;
  return settings.labels === "attention" && (item.rank > 0 || emphasis.alerted.has(item.track.n));
}

/** Name; height and speed; how long it has not been seen when it should have been. */
function labelLines(track: ShownTrack, settings: Settings, nowMs: number): string[] {
  const arrow = track.heightM === null ? "" : track.climbMps > 2 ? "↑" : track.climbMps < -2 ? "↓" : "";
  const lines = [track.callsign ?? trackNumber(track.n), `${shortHeight(track.heightM, settings.units)}${arrow} ${speed(track.speedMps, settings.units)}`];
  if (track.status === "coasting") lines.push(`not seen ${duration((nowMs - track.lastSeenMs) / 1000)}`);
  return lines;
}

const opacity = (track: ShownTrack): number => (track.status === "coasting" ? 0.5 : 1);

function sizeOf(track: ShownTrack, projection: Projection): number {
  const base = [11, 14, 16][prominence(track.identity)] as number;
  const near = projection.pxPerDeg > 150 ? 1 : projection.pxPerDeg > 60 ? 0.85 : 0.7;
  return Math.round(base * near);
}

/** What is only perhaps there is a dot: it must not look like a track. */
function drawDot(context: CanvasRenderingContext2D, { track, x, y }: Drawn): void {
  context.beginPath();
  context.arc(x, y, 2, 0, 2 * Math.PI);
  context.fillStyle = identityColour[track.identity];
  context.globalAlpha = 0.75;
  context.fill();
  context.globalAlpha = 1;
}

/** One of a heap: a small mark in the shape of its frame, so that colour is not alone. */
function drawMark(context: CanvasRenderingContext2D, { track, x, y }: Drawn): void {
  context.beginPath();
  if (track.identity === "friend" || track.identity === "assumedFriend") context.arc(x, y, 3, 0, 2 * Math.PI);
  else if (track.identity === "neutral") context.rect(x - 2.5, y - 2.5, 5, 5);
  else for (const [dx, dy] of [[0, -4], [4, 0], [0, 4], [-4, 0]] as const) context.lineTo(x + dx, y + dy);
  context.closePath();
  context.globalAlpha = opacity(track);
  context.lineWidth = 2;
  context.strokeStyle = "#0a1016";
  context.stroke();
  context.fillStyle = identityColour[track.identity];
  context.fill();
  context.globalAlpha = 1;
}

/** A ring says that an alert is open; while nobody has answered it breathes. */
function drawAlertRing(context: CanvasRenderingContext2D, x: number, y: number, unanswered: boolean, atMs: number): void {
  const phase = unanswered ? (1 + Math.sin(atMs / 350)) / 2 : 0;
  context.beginPath();
  context.arc(x, y, 15 + phase * 4, 0, 2 * Math.PI);
  context.strokeStyle = unanswered ? "#ff5d5d" : "#ffb56b";
  context.globalAlpha = unanswered ? 1 - phase * 0.5 : 0.8;
  context.lineWidth = unanswered ? 2.2 : 1.3;
  context.stroke();
  context.globalAlpha = 1;
}

function drawBrackets(context: CanvasRenderingContext2D, x: number, y: number, half: number): void {
  context.strokeStyle = "#ffffff";
  context.lineWidth = 1.8;
  context.beginPath();
  for (const [sx, sy] of [[-1, -1], [1, -1], [1, 1], [-1, 1]] as const) {
    context.moveTo(x + sx * half, y + sy * (half - 6));
    context.lineTo(x + sx * half, y + sy * half);
    context.lineTo(x + sx * (half - 6), y + sy * half);
  }
  context.stroke();
}
