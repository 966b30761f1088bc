import type { Alert } from "../api/types.ts";
import { byUrgency, needsAnswer } from "../state/store.ts";
import { shownOnMap } from "../ui/tracks.ts";
import type { Console } from "../ui/console.ts";
import { Overlay } from "./canvas.ts";
import type { BaseMap } from "./map.ts";
import { TrackLayer } from "./tracks.ts";
import { drawTrails } from "./trails.ts";

const trailsEveryMs = 1_000;

/** A frame is worth drawing when something has moved by this much, px. */
const worthPx = 0.4;
const slowestMs = 250;

/**
 * Draws the moving part of the map just as often as the eye can tell: at once when the view changes, else when the fastest track
 * on the screen has moved by half a pixel. A still map costs next to nothing.
 */
export class DrawLoop {
  readonly layer: TrackLayer;
  private readonly trails: Overlay;
  private trailsAtMs = Number.NEGATIVE_INFINITY;
  private lastMs = 0;
  private timer = 0;
  private queued = false;
  private alerted: ReadonlyMap<number, Alert> = new Map();
  private alertsStale = false;
  /** Frames drawn and time spent in them, ms: shown to whoever asks what the picture costs. */
  readonly cost = { frames: 0, totalMs: 0 };

  constructor(private readonly base: BaseMap, private readonly view: Console, container: HTMLElement) {
    this.trails = new Overlay(container);
    this.layer = new TrackLayer(container);
    base.map.on("render", () => this.viewMoved());
    base.map.on("resize", () => this.viewMoved());
    document.addEventListener("visibilitychange", () => this.redraw());
  }

  /** Alerts changed; the next frame marks their tracks. */
  alertsChanged(): void {
    this.alertsStale = true;
  }

  /** Selection or settings changed: everything is drawn anew, at once. */
  redraw(): void {
    this.alertsStale = true;
    this.trailsAtMs = Number.NEGATIVE_INFINITY;
    this.layer.rearrange();
    this.request();
  }

  private viewKey = "";

  /** MapLibre draws in the same frame, so symbols stay glued to the ground while the map is dragged. */
  private viewMoved(): void {
    const { zoom, latDeg, lonDeg } = this.base.view();
    const box = this.base.map.getContainer();
    const key = `${zoom}/${latDeg}/${lonDeg}/${box.clientWidth}/${box.clientHeight}`;
    if (key === this.viewKey) return;
    this.viewKey = key;
    this.trailsAtMs = Number.NEGATIVE_INFINITY;
    this.layer.rearrange();
    this.frame();
  }

  private request(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => {
      this.queued = false;
      this.frame();
    });
  }

  private frame(): void {
    clearTimeout(this.timer);
    if (document.hidden) return;
    const started = performance.now();
    if (this.alertsStale) this.markAlerts();
    const { store, settings, selectedTrack, detail } = this.view;
    const projection = this.base.projection();
    const wanted = shownOnMap(this.view);
    if (started - this.trailsAtMs > trailsEveryMs) {
      drawTrails(this.trails, projection, store, settings, selectedTrack, wanted, store.clock.at(started));
      this.trailsAtMs = started;
    }
    this.layer.draw(projection, store, settings, { selected: selectedTrack, detail, alerted: this.alerted, wanted }, started);
    this.lastMs = performance.now();
    this.cost.frames++;
    this.cost.totalMs += this.lastMs - started;
    this.timer = window.setTimeout(() => this.request(), this.pauseMs(this.lastMs - started));
  }

  private markAlerts(): void {
    const byTrack = new Map<number, Alert>();
    for (const alert of byUrgency(this.view.store.alerts.values())) if (!byTrack.has(alert.trackN)) byTrack.set(alert.trackN, alert);
    this.alerted = byTrack;
    this.alertsStale = false;
  }

  /** Long enough to be worth it, and never more than a third of the processor on a weak machine. */
  private pauseMs(tookMs: number): number {
    const breathing = [...this.alerted.values()].some(needsAnswer);
    const useful = (1000 * worthPx) / Math.max(0.01, this.layer.fastestPxPerS);
    return Math.max(tookMs * 2, Math.min(breathing ? 100 : slowestMs, useful));
  }
}
