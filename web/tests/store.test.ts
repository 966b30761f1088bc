import { beforeEach, describe, expect, it } from "vitest";
import { backoffMs } from "../src/api/live.ts";
import type { Alert, Hello, PictureRow, Status } from "../src/api/types.ts";
import { distanceM } from "../src/air/motion.ts";
import { shownAt } from "../src/state/shown.ts";
import { apply, byUrgency, emptyStore, needsAnswer, newestDrafts, noCoverage, trailLimit, trailStepMs } from "../src/state/store.ts";
import type { ShownTrack, Store } from "../src/state/store.ts";

const start = Date.UTC(2026, 10, 24, 1, 0, 0);
const iso = (seconds: number): string => new Date(start + seconds * 1000).toISOString();

const status: Status = {
  name: "Night", exercise: true, mode: "demo", speed: 20, now: iso(0), applied: 0, digest: "", tracks: 0, alertsOpen: 0, journal: null, version: "0",
  startedAt: iso(0), localTimeZone: "Europe/Warsaw", progress: null, playback: { speed: 20, paused: false, skipsTo: null, ended: false },
};
const hello: Hello = {
  type: "hello", status, airspaces: [], sensors: [], feeds: [], alerts: [], warnings: [], integrity: { findings: [], cells: [], doubtedReports: 0 }, coverage: noCoverage, search: [], trails: { 7: [[24, 51, start]] },
  readiness: { level: "normal", since: iso(0), decidedBy: "Vedette", recommended: "normal", evidence: [] },
};

const row = (n: number, latDeg: number, lonDeg: number, headingDeg = 270): PictureRow =>
  [n, 1, latDeg, lonDeg, 300, 50, headingDeg, 0, 1, 5, 0.9, 0.99, 200, start, null, null, null, 0, null, 1, 1];

const alert = (n: number, change: Partial<Alert> = {}): Alert => ({
  number: `A000${n}`, n, kind: "incursion", state: "raised", track: "T00007", trackN: 7, airspaceId: "b", airspaceName: "Border", raisedAt: iso(0), changedAt: iso(0),
  changedBy: "Vedette", probability: 0.5, etaS: 300, entryLatDeg: null, entryLonDeg: null, reminders: 0, hasWarning: false, reasons: [], ...change,
});

let store: Store;
const place = (track: ShownTrack, atMs: number) => shownAt(track, store.clock, atMs);
const hear = (message: Parameters<typeof apply>[1], atMs: number) => apply(store, message, atMs, place);
const picture = (seconds: number, rows: PictureRow[], gone: number[] = []) => ({ type: "picture" as const, now: iso(seconds), t: rows, gone });

beforeEach(() => {
  store = emptyStore();
  hear(hello, 1_000);
});

describe("the store", () => {
  it("keeps its tracks when a hello on a standing link brings a new configuration", () => {
    hear(picture(1, [row(9, 51, 24)]), 1_050);
    hear({ ...hello, airspaces: [{ id: "b", name: "Border", role: "protected", floorM: null, ceilingM: null, polygons: [] }] }, 2_000);
    expect(store.tracks.has(9)).toBe(true);
    expect(store.airspaces.map((a) => a.id)).toEqual(["b"]);
  });

  it("starts from nothing on a new link, so that nothing old is shown as current", () => {
    hear(picture(1, [row(9, 51, 24)]), 1_050);
    hear({ type: "alert", alert: alert(1) }, 1_060);
    store.connected = false;
    hear(hello, 9_000);
    expect(store.tracks.size).toBe(0);
    expect(store.alerts.size).toBe(0);
    expect([...store.trails.keys()]).toEqual([7]);
  });

  it("keeps a track that a picture does not mention, and drops one that is gone", () => {
    hear(picture(1, [row(1, 51, 24), row(2, 51, 25)]), 1_050);
    hear(picture(5, [row(1, 51, 23.99)], [2]), 1_250);
    expect([...store.tracks.keys()]).toEqual([1]);
    expect(store.trails.has(2)).toBe(false);
    hear(picture(9, []), 1_450);
    expect(store.tracks.has(1)).toBe(true);
  });

  it("carries a track on at the server's speed between two pictures", () => {
    hear(picture(0, [row(1, 51, 24)]), 2_000);
    const track = store.tracks.get(1) as ShownTrack;
    // A second of the viewer's time is twenty of the picture's: 1 km at 50 m/s.
    expect(distanceM(track, place(track, 3_000))).toBeCloseTo(1_000, -1);
  });

  it("stops carrying on two seconds after the server fell silent", () => {
    hear(picture(0, [row(1, 51, 24)]), 2_000);
    const track = store.tracks.get(1) as ShownTrack;
    expect(place(track, 4_000)).toEqual(place(track, 400_000));
    expect(store.clock.ageS(400_000)).toBeCloseTo(398, 6);
  });

  it("stands still while a recording is paused, and is not old for that", () => {
    const paused: Status = { ...status, now: iso(30), playback: { speed: 20, paused: true, skipsTo: null, ended: false } };
    apply(store, { type: "health", feeds: [], sensors: [], status: paused, pictureQuality: null }, 60_000, place);
    expect(store.clock.at(61_500)).toBe(start + 30_000);
    expect(store.clock.ageS(61_500)).toBeCloseTo(1.5, 6);
  });

  it("glides to a corrected place instead of jumping", () => {
    hear(picture(0, [row(1, 51, 24)]), 2_000);
    const before = place(store.tracks.get(1) as ShownTrack, 2_200);
    hear(picture(4, [row(1, 51.02, 24)]), 2_200);
    const track = store.tracks.get(1) as ShownTrack;
    expect(distanceM(before, place(track, 2_200))).toBeLessThan(1);
    expect(Math.abs(place(track, 4_200).latDeg - 51.02)).toBeLessThan(1e-3);
  });

  it("shows a jump of a hundred kilometres at once: there was no flight in between", () => {
    hear(picture(0, [row(1, 51, 24)]), 2_000);
    hear(picture(4, [row(1, 52, 24)]), 2_200);
    expect(place(store.tracks.get(1) as ShownTrack, 2_200).latDeg).toBeCloseTo(52, 3);
  });

  it("bounds its trails and thins them by time", () => {
    for (let i = 0; i < 3 * trailLimit; i++) hear(picture((i * trailStepMs) / 2000, [row(1, 51, 24 - i * 1e-4)]), 2_000 + i);
    const trail = store.trails.get(1) ?? [];
    expect(trail.length).toBe(trailLimit);
    for (let i = 1; i < trail.length; i++) expect((trail[i]?.[2] ?? 0) - (trail[i - 1]?.[2] ?? 0)).toBeGreaterThanOrEqual(trailStepMs);
  });

  it("leaves out a row that cannot be placed and keeps the others", () => {
    hear(picture(1, [row(1, 123, 24), row(2, 51, 24)]), 1_050);
    expect([...store.tracks.keys()]).toEqual([2]);
  });

  it("replaces a warning by its newer version", () => {
    const warning = { id: "w", alert: "A0001", sent: iso(0), expires: iso(60), exercise: true, headline: "old", description: "", instruction: "", areaDescription: "", area: [] };
    hear({ type: "warning", warning }, 1_100);
    hear({ type: "warning", warning: { ...warning, headline: "new" } }, 1_200);
    expect(store.warnings.map((w) => w.headline)).toEqual(["new"]);
  });
});

it("of several drafts for one alert the newest counts", () => {
  const draft = (id: string, alert: string, seconds: number) =>
    ({ id, alert, sent: iso(seconds), expires: iso(900), exercise: true, headline: "", description: "", instruction: "", areaDescription: "", area: [] });
  expect(newestDrafts([draft("a1", "A0001", 10), draft("b1", "A0002", 15), draft("a2", "A0001", 20)]).map((w) => w.id)).toEqual(["a2", "b1"]);
});

describe("urgency", () => {
  it("puts the unanswered first, then what is inside, then what is soonest", () => {
    const order = byUrgency([
      alert(1, { state: "acknowledged", kind: "violation" }), alert(2, { etaS: 400 }), alert(3, { etaS: 100 }), alert(4, { kind: "violation", etaS: null }),
      alert(5, { state: "closed" }), alert(6, { state: "escalated", changedBy: "Anna", etaS: 30 }), alert(7, { etaS: null }),
    ]).map((a) => a.n);
    expect(order).toEqual([4, 3, 2, 7, 6, 1]);
  });

  it("counts what escalated by itself as unanswered, and what a person escalated as answered", () => {
    expect(needsAnswer(alert(1, { state: "escalated", changedBy: "Vedette" }))).toBe(true);
    expect(needsAnswer(alert(1, { state: "escalated", changedBy: "Anna" }))).toBe(false);
    expect(needsAnswer(alert(1, { state: "acknowledged", changedBy: "Anna" }))).toBe(false);
  });

  it("does not reorder for a second or a percent", () => {
    expect(byUrgency([alert(2, { etaS: 301, probability: 0.51 }), alert(1, { etaS: 305, probability: 0.5 })]).map((a) => a.n)).toEqual([1, 2]);
  });
});

it("waits longer after each failed attempt, but never more than ten seconds", () => {
  expect([0, 1, 2, 3, 4, 5, 50].map(backoffMs)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});
