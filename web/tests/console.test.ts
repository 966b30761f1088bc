import { describe, expect, it } from "vitest";
import { nextSpeed } from "../src/ui/playback.ts";
import { pictureBanner } from "../src/air/words.ts";
import type { PictureTrack } from "../src/api/picture.ts";
import { heapsOf } from "../src/map/heaps.ts";
import { action, watched } from "../src/map/scene.ts";
import type { ShownTrack } from "../src/state/store.ts";
import { LabelGrid, labelOffsets } from "../src/map/labels.ts";
import { Projection } from "../src/map/projection.ts";
import { readView, writeView } from "../src/state/location.ts";
import { defaults, loadSettings, next, saveSettings } from "../src/state/settings.ts";
import { actionFor, keyActions } from "../src/ui/keyboard.ts";
import { heightProfile } from "../src/ui/profile.ts";
import { matching, sorted } from "../src/ui/tracks.ts";

const track = (n: number, change: Partial<PictureTrack> = {}): PictureTrack => ({
  n, status: "confirmed", latDeg: 51, lonDeg: 24, heightM: 300, speedMps: 50, headingDeg: 270, climbMps: 0, identity: "unknown", objectClass: "oneWayDrone",
  classProbability: 0.9, existence: 1, sigmaM: 100, lastSeenMs: 0, callsign: null, address: null, code: null, within10Min: 0, etaS: null, simulated: false,
  sensedIndependently: true, ...change,
});

describe("the address", () => {
  it("carries the view there and back", () => {
    const view = { zoom: 7.25, latDeg: 51.1234, lonDeg: -0.5, track: 12 };
    expect(readView(writeView(view))).toEqual(view);
    expect(readView(writeView({ ...view, track: null }))?.track).toBeNull();
  });

  it("that makes no sense is no view", () => {
    for (const hash of ["", "#", "#7", "#7/91/200", "#x/51/23", "#7/51", "#7//"]) expect(readView(hash), hash).toBeNull();
  });
});

describe("settings", () => {
  it("survive a reload and a spoilt store", () => {
    const kept = new Map<string, string>();
    const storage = { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) };
    saveSettings(storage, { ...defaults, operator: "Anna", units: "aviation" });
    expect(loadSettings(storage)).toMatchObject({ operator: "Anna", units: "aviation", rings: false });
    expect(loadSettings({ getItem: () => "{not json" })).toEqual(defaults);
  });

  it("go round in a circle", () => {
    expect(next([1, 3, 5, 0], 0)).toBe(1);
    expect(next(["a", "b"], "a")).toBe("b");
  });
});

describe("the banner", () => {
  const status = { exercise: false, mode: "live", speed: 1, progress: null, playback: null } as const;
  const playing = { speed: 20, paused: false, skipsTo: null, ended: false };

  it("is absent only from the real, live picture", () => {
    expect(pictureBanner(status)).toBeNull();
    expect(pictureBanner({ ...status, exercise: true })).toBe("SIMULATION");
    expect(pictureBanner({ ...status, mode: "demo", speed: 20, progress: 0.1 })).toBe("SIMULATION ×20");
    expect(pictureBanner({ ...status, mode: "replay", speed: 2, progress: 0.425 })).toBe("REPLAY ×2 · 42 %");
    expect(pictureBanner({ ...status, mode: "replay", exercise: true })).toBe("REPLAY OF AN EXERCISE");
  });

  it("says when the picture does not move as time does", () => {
    const replay = { ...status, mode: "replay", speed: 20, progress: 0.5 } as const;
    expect(pictureBanner({ ...replay, playback: { ...playing, paused: true } })).toBe("REPLAY PAUSED · 50 %");
    expect(pictureBanner({ ...replay, playback: { ...playing, skipsTo: "2026-01-17T02:30:00Z" } })).toBe("REPLAY SKIPS AHEAD · 50 %");
    expect(pictureBanner({ ...replay, playback: { ...playing, ended: true }, progress: 1 })).toBe("REPLAY ENDED · 100 %");
  });
});

describe("what plays a recording", () => {
  it("goes faster and slower in steps, and no further than they go", () => {
    expect(nextSpeed(1, true)).toBe(2);
    expect(nextSpeed(20, false)).toBe(10);
    expect(nextSpeed(7, true)).toBe(10);
    expect(nextSpeed(200, true)).toBe(200);
    expect(nextSpeed(0.5, false)).toBe(0.5);
  });
});

describe("the track table", () => {
  it("finds a track by any of its words", () => {
    const lot = track(12, { callsign: "LOT123", code: "7000", identity: "neutral", objectClass: "airliner" });
    for (const text of ["", "t00012", "lot", "7000", "neutral air", "LINER confirmed"]) expect(matching(text, "metric")(lot), text).toBe(true);
    expect(matching("lot drone", "metric")(lot)).toBe(false);
  });

  it("puts what asks for attention first and keeps equals in order", () => {
    const list = [track(5), track(2), track(9, { within10Min: 0.4 }), track(3, { identity: "hostile" }), track(1, { identity: "neutral", within10Min: 1 })];
    expect(sorted(list, "attention", false).map((t) => t.n)).toEqual([3, 9, 2, 5, 1]);
    expect(sorted(list, "number", true).map((t) => t.n)).toEqual([9, 5, 3, 2, 1]);
    expect(sorted([track(1, { heightM: null }), track(2)], "height", false).map((t) => t.n)).toEqual([2, 1]);
  });
});

describe("keys", () => {
  const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

  it("act whether or not Caps Lock is on", () => {
    expect(actionFor(press("A"), false)).toBe("acknowledge");
    expect(actionFor(press("a"), false)).toBe("acknowledge");
  });

  it("do nothing while a person types, but for Escape", () => {
    expect(actionFor(press("a"), true)).toBeNull();
    expect(actionFor(press("Escape"), true)).toBe("leave");
  });

  it("leave the browser's own shortcuts alone", () => {
    for (const key of Object.keys(keyActions)) expect(actionFor(press(key, { ctrlKey: true }), false)).toBeNull();
  });
});

describe("labels", () => {
  it("never overlap", () => {
    const grid = new LabelGrid(400, 300);
    expect(grid.place(10, 10, 80, 28)).toBe(true);
    expect(grid.place(60, 20, 80, 28)).toBe(false);
    expect(grid.place(100, 10, 80, 28)).toBe(true);
  });

  it("stay on the screen", () => {
    const grid = new LabelGrid(400, 300);
    expect(grid.place(-5, 10, 80, 28)).toBe(false);
    expect(grid.place(350, 10, 80, 28)).toBe(false);
  });

  it("keep off symbols, which may hang over the edge", () => {
    const grid = new LabelGrid(400, 300);
    grid.block(-7, 3, 14, 14);
    expect(grid.place(0, 8, 40, 10)).toBe(false);
  });

  it("have four places to try, none of them on the symbol", () => {
    for (const { dx, dy } of labelOffsets(80, 28, 14)) {
      const covers = dx < 0 && dx + 80 > 0 && dy < 0 && dy + 28 > 0;
      expect(covers).toBe(false);
    }
  });
});

describe("the projection", () => {
  const projection = new Projection({ latDeg: 51, lonDeg: 23 }, 7, 1000, 800);

  it("puts the centre in the middle, north up and east right", () => {
    expect([projection.x(23), projection.y(51)]).toEqual([500, 400]);
    expect(projection.x(24)).toBeGreaterThan(500);
    expect(projection.y(52)).toBeLessThan(400);
  });

  it("has the scale of Web Mercator", () => {
    // 512 · 2^7 pixels round the world.
    expect(projection.x(24) - projection.x(23)).toBeCloseTo((512 * 128) / 360, 9);
    const north = projection.y(51) - projection.y(51.01);
    expect(north / (projection.pxPerM(51) * 1111.949)).toBeCloseTo(1, 3);
  });

  it("goes the short way round the world", () => {
    const pacific = new Projection({ latDeg: 0, lonDeg: 179 }, 4, 1000, 800);
    expect(pacific.x(-179)).toBeGreaterThan(pacific.x(179));
  });
});

describe("the filter", () => {
  const drone = track(7, { heightM: 900, speedMps: 50, within10Min: 0.4 });
  const lot = track(12, { callsign: "LOT123", identity: "neutral", objectClass: "airliner", heightM: 10_000, speedMps: 230 });
  const found = (text: string, units: "metric" | "aviation" = "metric") => [drone, lot].filter(matching(text, units)).map((t) => t.n);

  it("leaves out what is not wanted, knows expressions and figures in the units shown", () => {
    expect(found("-neutral")).toEqual([7]);
    expect(found("/^T0+12 lot/")).toEqual([12]);
    expect(found("-/lot|klm/")).toEqual([7]);
    expect(found("height>1000")).toEqual([12]);
    expect(found("height<5000", "aviation")).toEqual([7]);
    expect(found("height>5000", "aviation")).toEqual([12]);
    expect(found("speed<200 drone")).toEqual([7]);
    expect(found("entry>30")).toEqual([7]);
  });

  it("hides nothing while it is half typed", () => {
    for (const text of ["/(/", "height>", "speed<", "-", "-height>", "-/(/"]) expect(found(text), text).toHaveLength(2);
  });

  it("never finds a height that is not known", () => {
    expect([track(1, { heightM: null })].filter(matching("height>0", "metric"))).toEqual([]);
    expect([track(1, { heightM: null })].filter(matching("height<0", "metric"))).toEqual([]);
  });
});

describe("the height profile", () => {
  const past = (heights: (number | null)[]) => heights.map((m, i): [number, number, number | null, number] => [20, 50, m, i * 60_000]);

  it("is absent where heights are not known", () => {
    expect(heightProfile(past([null, null, 100, null]), "metric", "#fff")).toBeNull();
    expect(heightProfile([], "metric", "#fff")).toBeNull();
  });
});

describe("symbols that would lie on each other", () => {
  const at = (n: number, x: number, y: number, kind = "unknown") => ({ n, x, y, kind });

  it("become one symbol with a count, whoever comes first in the list", () => {
    const items = [at(7, 100, 100), at(3, 104, 103), at(9, 96, 99), at(5, 300, 300)];
    for (const order of [items, [...items].reverse()]) {
      const { others, small } = heapsOf(order, 20);
      expect([...others]).toEqual([[3, 2]]);
      expect([...small].sort()).toEqual([7, 9]);
    }
  });

  it("stay apart when they are of different kinds or far enough", () => {
    expect(heapsOf([at(1, 0, 0), at(2, 1, 1, "neutral"), at(3, 21, 0)], 20).small.size).toBe(0);
  });

  it("every one is either a symbol or counted by one", () => {
    const items = Array.from({ length: 400 }, (_, n) => at(n, (n * 37) % 211, (n * 61) % 173));
    const { others, small } = heapsOf(items, 20);
    expect([...others.values()].reduce((sum, k) => sum + k, 0)).toBe(small.size);
    for (const head of others.keys()) expect(small.has(head)).toBe(false);
  });
});

describe("where things happen", () => {
  const shown = (n: number, lonDeg: number, latDeg: number, identity: PictureTrack["identity"] = "unknown"): ShownTrack =>
    ({ ...track(n, { lonDeg, latDeg, identity }), atMs: 0, offsetLatDeg: 0, offsetLonDeg: 0, heardAtMs: 0 });
  const store = (tracks: ShownTrack[]) => ({
    airspaces: [{ id: "z", name: "Z", role: "protected" as const, floorM: null, ceilingM: null, polygons: [[[[14, 49], [24, 49], [24, 55], [14, 55]]]] as [number, number][][][] }],
    sensors: [], alerts: new Map(), tracks: new Map(tracks.map((t) => [t.n, t])),
  });

  it("is around those that ask for attention, not the whole of a large airspace", () => {
    const scene = action(store([shown(1, 24.5, 50), shown(2, 25, 50.5), shown(3, 25.5, 51), shown(4, 15, 53, "neutral")])) ?? [];
    expect(Math.min(...scene.map((p) => p[0]))).toBeGreaterThan(23);
    expect(Math.max(...scene.map((p) => p[0]))).toBeLessThan(27);
  });

  it("is nowhere while nothing asks for attention: then all that is watched is shown", () => {
    const calm = store([shown(1, 15, 53, "neutral")]);
    expect(action(calm)).toBeNull();
    expect(watched(calm)).toHaveLength(4);
  });

  it("is the whole where that is hardly larger", () => {
    expect(action(store([shown(1, 14.2, 49.2), shown(2, 23.8, 54.8), shown(3, 20, 52)]))).toBeNull();
  });
});
