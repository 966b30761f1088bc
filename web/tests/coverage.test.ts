import { describe, expect, it } from "vitest";
import type { Coverage, SearchArea, WeakPath } from "../src/api/types.ts";
import { chosen, labelled, wayFeatures } from "../src/map/coverage.ts";
import { searchFeatures } from "../src/map/search.ts";
import { noCoverage } from "../src/state/store.ts";

const path = (heightM: number, miss: number, objectClass: WeakPath["class"] = "oneWayDrone"): WeakPath => ({
  class: objectClass, heightM, miss, way: [[24, 50], [23, 50]], segmentFrom: [23, 49.9], segmentTo: [23, 50.1], watchers: [], why: [{ text: "Rule", entry: 0 }],
});
const coverage = (...weakest: WeakPath[]): Coverage => ({ ...noCoverage, allClears: [{ airspace: "home", allowed: false, reasons: [], weakest, unseen: [] }] });

describe("the coverage layer", () => {
  it("says on its lines what they mean", () => {
    const outline = { type: "FeatureCollection" as const, features: [{ type: "Feature" as const, properties: { kind: "line", detection: 0.9 }, geometry: { type: "MultiLineString" as const, coordinates: [] } }] };
    expect(labelled(outline, 300).features[0]?.properties?.["label"]).toBe("seen within a minute: 90 % at 300 m");
  });

  it("draws the weakest way of the chosen height, and of the worst one where none is chosen", () => {
    const paths = [path(300, 0.2), path(30, 0.9), path(30, 1, "cruiseMissile")];
    expect(chosen(paths, "oneWayDrone", 300)?.miss).toBe(0.2);
    expect(chosen(paths, "oneWayDrone", 0)?.heightM).toBe(30);
    expect(chosen(paths, "airliner", 0)).toBeUndefined();
    expect(wayFeatures(coverage(...paths), "oneWayDrone", 300).features.map((f) => f.properties?.["kind"])).toEqual(["way", "segment", "entry"]);
  });

  it("draws no way that nothing could slip through", () => {
    expect(wayFeatures(coverage(path(300, 0.001)), "oneWayDrone", 300).features).toEqual([]);
  });
});

describe("search areas", () => {
  const area: SearchArea = {
    alert: "A0012", track: "T00031", lastLatDeg: 50, lastLonDeg: 24, lastSeen: "2026-01-17T02:00:00.000Z", share: 0.95, areaKm2: 212.4, reachM: 9000, flying: 0.6, down: 0.4,
    rings: [[[24, 50], [24.1, 50], [24.1, 50.1], [24, 50]]], why: [],
  };

  it("are told with their age and size", () => {
    const [outline, last] = searchFeatures([area], Date.parse("2026-01-17T02:14:00Z")).features;
    expect(outline?.geometry.type).toBe("MultiPolygon");
    expect(last?.properties?.["label"]).toBe("T00031 lost 14 min ago\nmay be within 212 km² (A0012)");
  });

  it("grows fainter as the area says less, but not for who looks at it", () => {
    const weight = (areaKm2: number, selected?: string) => searchFeatures([{ ...area, areaKm2 }], 0, selected).features[0]?.properties?.["weight"] as number;
    expect(weight(500)).toBe(1);
    expect(weight(8_000)).toBeLessThan(weight(4_000));
    expect(weight(150_000)).toBeGreaterThan(0.1);
    expect(weight(150_000, area.alert)).toBe(1);
  });
});
