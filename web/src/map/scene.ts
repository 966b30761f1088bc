import type { FeatureCollection } from "geojson";
import { circle } from "../air/motion.ts";
import { prominence } from "../air/symbols.ts";
import type { Airspace, Sensor, WarningDraft } from "../api/types.ts";
import type { Store } from "../state/store.ts";

// What stands still on the map, as GeoJSON for MapLibre.

export function airspaceFeatures(airspaces: Airspace[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: airspaces.map((a) => ({
      type: "Feature",
      properties: { name: a.name, role: a.role },
      geometry: { type: "MultiPolygon", coordinates: a.polygons.map((polygon) => polygon.map(closed)) },
    })),
  };
}

export function sensorFeatures(sensors: Sensor[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: placed(sensors).map((s) => ({
      type: "Feature",
      properties: { name: s.name, degraded: s.degraded, post: isPost(s) },
      geometry: { type: "Point", coordinates: [s.lonDeg, s.latDeg] },
    })),
  };
}

/** One circle at the instrumented range of each sensor; half of it as well for radars. Posts (acoustic, spotters) have none: there are hundreds. */
export function ringFeatures(sensors: Sensor[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: placed(sensors).filter((s) => !isPost(s) && s.maxRangeM !== null && s.maxRangeM > 0).flatMap((s) =>
      [1, 0.5].map((share) => ({
        type: "Feature" as const,
        properties: { degraded: s.degraded, outer: share === 1 },
        geometry: { type: "LineString" as const, coordinates: circle(s, (s.maxRangeM as number) * share, 96) },
      }))),
  };
}

export function warningFeatures(warnings: WarningDraft[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: warnings.filter((w) => w.area.length > 2).map((w) => ({
      type: "Feature",
      properties: { alert: w.alert },
      geometry: { type: "Polygon", coordinates: [closed(w.area)] },
    })),
  };
}

/** What an overview must hold, as [lon, lat]: the protected airspaces, the sensors, and nearly all tracks that ask for attention. */
export function watched(store: Pick<Store, "airspaces" | "sensors" | "tracks">): [number, number][] {
  const corners = store.airspaces.filter((a) => a.role === "protected").flatMap((a) => a.polygons.flat(2));
  const sites = placed(store.sensors).map((s): [number, number] => [s.lonDeg, s.latDeg]);
  const tracks = [...store.tracks.values()].filter((t) => t.status !== "tentative" && (prominence(t.identity) > 0 || corners.length + sites.length === 0));
  const lons = middle(tracks.map((t) => t.lonDeg));
  const lats = middle(tracks.map((t) => t.latDeg));
  return [...corners, ...sites, ...lons.map((lon, i): [number, number] => [lon, lats[i] as number])];
}

/** The fifth and the ninety-fifth percentile: one stray must not decide what is seen. */
function middle(values: number[]): number[] {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder.length === 0 ? [] : [0.05, 0.95].map((share) => inOrder[Math.floor(share * (inOrder.length - 1))] as number);
}

const isPost = (sensor: Sensor): boolean => /^(acoustic|spotter)$/i.test(sensor.kind);

type PlacedSensor = Sensor & { latDeg: number; lonDeg: number };
const placed = (sensors: Sensor[]): PlacedSensor[] => sensors.filter((s): s is PlacedSensor => s.latDeg !== null && s.lonDeg !== null);

function closed(ring: [number, number][]): [number, number][] {
  const first = ring[0];
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}
