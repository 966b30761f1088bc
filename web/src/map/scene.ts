import type { FeatureCollection } from "geojson";
import { circle } from "../air/motion.ts";
import type { Airspace, Sensor, WarningDraft } from "../api/types.ts";

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

export function warningFeatures(warnings: WarningDraft[], nowMs: number): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: warnings.filter((w) => w.area.length > 2 && Date.parse(w.expires) > nowMs).map((w) => ({
      type: "Feature",
      properties: { alert: w.alert },
      geometry: { type: "Polygon", coordinates: [closed(w.area)] },
    })),
  };
}

const isPost = (sensor: Sensor): boolean => /^(acoustic|spotter)$/i.test(sensor.kind);

type PlacedSensor = Sensor & { latDeg: number; lonDeg: number };
const placed = (sensors: Sensor[]): PlacedSensor[] => sensors.filter((s): s is PlacedSensor => s.latDeg !== null && s.lonDeg !== null);

function closed(ring: [number, number][]): [number, number][] {
  const first = ring[0];
  const last = ring.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
}
