import { decodeRow } from "../api/picture.ts";
import type { PictureTrack } from "../api/picture.ts";
import type { Airspace, Alert, Coverage, Feed, Integrity, LiveMessage, PictureQuality, Readiness, SearchArea, Sensor, Statement, Status, TrailPoint, WarningDraft } from "../api/types.ts";
import { PictureClock } from "./clock.ts";

/** A track with what the console needs to draw it between two pictures. */
export interface ShownTrack extends PictureTrack {
  /** Picture time the row stands for, ms. */
  atMs: number;
  /** Where it was drawn just before this row, minus where the row puts it: fades out, so that a correction is a glide, not a jump. */
  offsetLatDeg: number;
  offsetLonDeg: number;
  /** Viewer's monotonic time of the row, ms. */
  heardAtMs: number;
}

export type Topic = "picture" | "alerts" | "readiness" | "warnings" | "statement" | "health" | "integrity" | "coverage" | "search" | "scene" | "link";

/** Everything the server has said, and nothing else. The panels read it; only `apply` changes it. */
export interface Store {
  readonly clock: PictureClock;
  status: Status | null;
  readonly tracks: Map<number, ShownTrack>;
  readonly trails: Map<number, TrailPoint[]>;
  readonly alerts: Map<number, Alert>;
  sensors: Sensor[];
  feeds: Feed[];
  airspaces: Airspace[];
  warnings: WarningDraft[];
  integrity: Integrity;
  coverage: Coverage;
  search: SearchArea[];
  readiness: Readiness | null;
  statement: Statement | null;
  /** Null until the server has judged something. */
  pictureQuality: PictureQuality | null;
  connected: boolean;
}

export const noCoverage: Coverage = { at: null, entry: 0, heightsM: [], classes: [], cellM: 0, terrain: null, sensors: [], allClears: [] };

export const emptyStore = (): Store => ({
  clock: new PictureClock(),
  status: null,
  tracks: new Map(),
  trails: new Map(),
  alerts: new Map(),
  sensors: [],
  feeds: [],
  airspaces: [],
  warnings: [],
  integrity: { findings: [], cells: [], doubtedReports: 0 },
  coverage: noCoverage,
  search: [],
  readiness: null,
  statement: null,
  pictureQuality: null,
  connected: false,
});

/** A trail holds at most this many points, at least this far apart in picture time. */
export const trailLimit = 90;
export const trailStepMs = 8_000;

/** Where a track is shown at a moment, given by the picture clock. Set by the caller so that the store knows nothing of drawing. */
export type ShownAt = (track: ShownTrack, atMs: number) => { latDeg: number; lonDeg: number };

/** Takes in one message heard at `atMs` (monotonic) and returns what changed. */
export function apply(store: Store, message: LiveMessage, atMs: number, shownAt: ShownAt): Topic[] {
  switch (message.type) {
    case "hello":
      return hello(store, message, atMs);
    case "picture":
      picture(store, message, atMs, shownAt);
      return ["picture"];
    case "alert":
      store.alerts.set(message.alert.n, message.alert);
      return ["alerts"];
    case "readiness":
      store.readiness = message.readiness;
      return ["readiness"];
    case "warning":
      store.warnings = [message.warning, ...store.warnings.filter((w) => w.id !== message.warning.id)];
      return ["warnings"];
    case "statement":
      store.statement = message.statement;
      return ["statement"];
    case "integrity":
      store.integrity = message.integrity;
      return ["integrity"];
    case "coverage":
      store.coverage = message.coverage;
      return ["coverage"];
    case "search":
      store.search = message.search;
      return ["search"];
    case "health":
      store.feeds = message.feeds;
      store.sensors = message.sensors;
      store.pictureQuality = message.pictureQuality ?? null;
      setStatus(store, message.status);
      // While a recording stands still no picture comes: this says that the one shown is still the newest.
      if (standsStill(message.status)) store.clock.hear(Date.parse(message.status.now), atMs);
      return ["health"];
    default:
      return [];
  }
}

function hello(store: Store, message: Extract<LiveMessage, { type: "hello" }>, atMs: number): Topic[] {
  // A new link starts from nothing: what the old one showed may be long gone. On a link that stands, hello is news of the
  // configuration, and the tracks already told stay.
  if (!store.connected) {
    store.tracks.clear();
    store.trails.clear();
  }
  store.alerts.clear();
  for (const [n, points] of Object.entries(message.trails)) store.trails.set(Number(n), points.slice(-trailLimit));
  for (const alert of message.alerts) store.alerts.set(alert.n, alert);
  store.airspaces = message.airspaces;
  store.sensors = message.sensors;
  store.feeds = message.feeds;
  store.readiness = message.readiness;
  store.warnings = message.warnings;
  store.integrity = message.integrity;
  store.coverage = message.coverage;
  store.search = message.search;
  store.connected = true;
  setStatus(store, message.status);
  store.clock.hear(Date.parse(message.status.now), atMs);
  return ["link", "scene", "picture", "alerts", "readiness", "warnings", "health", "integrity", "coverage", "search"];
}

function setStatus(store: Store, status: Status): void {
  store.status = status;
  store.clock.setSpeed(standsStill(status) ? 0 : status.speed);
}

/** A recording that is paused or over. */
const standsStill = ({ playback }: Status): boolean => Boolean(playback?.paused || playback?.ended);

function picture(store: Store, message: Extract<LiveMessage, { type: "picture" }>, atMs: number, shownAt: ShownAt): void {
  const now = Date.parse(message.now);
  for (const row of message.t) {
    const track = decodeRow(row);
    if (track === null) continue;
    if (track.status === "ended") {
      forget(store, track.n);
      continue;
    }
    const old = store.tracks.get(track.n);
    const shown = { ...track, atMs: now, heardAtMs: atMs, offsetLatDeg: 0, offsetLonDeg: 0 };
    if (old) glide(shown, shownAt(old, atMs));
    store.tracks.set(track.n, shown);
    extendTrail(store, track, now);
  }
  for (const n of message.gone) forget(store, n);
  store.clock.hear(now, atMs);
}

function forget(store: Store, n: number): void {
  store.tracks.delete(n);
  store.trails.delete(n);
}

/** Corrections larger than about 20 km are shown at once: gliding over them would draw a flight that was not. */
function glide(track: ShownTrack, was: { latDeg: number; lonDeg: number }): void {
  const dLat = was.latDeg - track.latDeg;
  const dLon = was.lonDeg - track.lonDeg;
  if (Math.abs(dLat) > 0.2 || Math.abs(dLon) > 0.3) return;
  track.offsetLatDeg = dLat;
  track.offsetLonDeg = dLon;
}

function extendTrail(store: Store, track: PictureTrack, now: number): void {
  let trail = store.trails.get(track.n);
  if (!trail) store.trails.set(track.n, (trail = []));
  const last = trail.at(-1);
  if (last && now - last[2] < trailStepMs) return;
  trail.push([track.lonDeg, track.latDeg, now, track.heightM]);
  if (trail.length > trailLimit) trail.splice(0, trail.length - trailLimit);
}

/** The newest draft of each alert, newest first. */
export function newestDrafts(warnings: WarningDraft[]): WarningDraft[] {
  const byAlert = new Map<string, WarningDraft>();
  for (const warning of warnings) {
    const known = byAlert.get(warning.alert);
    if (!known || Date.parse(warning.sent) > Date.parse(known.sent)) byAlert.set(warning.alert, warning);
  }
  return [...byAlert.values()].sort((a, b) => Date.parse(b.sent) - Date.parse(a.sent));
}

/** Open alerts, the one that needs a person most first. */
export function byUrgency(alerts: Iterable<Alert>): Alert[] {
  return [...alerts].filter((a) => a.state !== "closed").sort(compareUrgency);
}

/** No person has taken it yet: it was just raised, or nobody answered in time and it escalated by itself. */
export const needsAnswer = (alert: Alert): boolean =>
  alert.state === "raised" || (alert.state === "escalated" && alert.changedBy === "Vedette");

const stateRank = (alert: Alert): number => (needsAnswer(alert) ? 0 : alert.state === "escalated" ? 1 : 2);

const kindRank = { violation: 0, incursion: 1, emergencyCode: 2, lostTrack: 3 } as const;

/** Unanswered first; then by kind, by minutes left, by probability; the number keeps the order still. */
export function compareUrgency(a: Alert, b: Alert): number {
  return (
    stateRank(a) - stateRank(b)
    || kindRank[a.kind] - kindRank[b.kind]
    || minutesLeft(a) - minutesLeft(b)
    || Math.round(b.probability * 10) - Math.round(a.probability * 10)
    || a.n - b.n
  );
}

const minutesLeft = (alert: Alert): number => (alert.etaS === null ? 1e6 : Math.floor(alert.etaS / 60));
