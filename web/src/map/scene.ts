import type { FeatureCollection } from "geojson";
import { circle } from "../air/motion.ts";
import { prominence } from "../air/symbols.ts";
import type { Airspace, Sensor, WarningDraft } from "../api/types.ts";
import type { ShownTrack, Store } from "../state/store.ts";

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

type Point = [lonDeg: number, latDeg: number];
type Watched = Pick<Store, "airspaces" | "sensors" | "tracks" | "alerts">;

/** All that is watched, as [lon, lat]: the protected airspaces, the sensors, and nearly all tracks that ask for attention. */
export function watched(store: Watched): Point[] {
  const corners = store.airspaces.filter((a) => a.role === "protected").flatMap((a) => a.polygons.flat(2));
  const sites = placed(store.sensors).map((s): Point => [s.lonDeg, s.latDeg]);
  const tracks = asking(store);
  const others = corners.length + sites.length + tracks.length > 0 ? tracks : [...store.tracks.values()].filter((t) => t.status !== "tentative");
  return [...corners, ...sites, ...middleOf(others)];
}

/**
 * Where things happen: nearly all tracks that ask for attention, where they are expected to enter, and the sensors around. Null where that
 * is nothing, or hardly smaller than all that is watched: then the whole is the better view.
 */
export function action(store: Watched): Point[] | null {
  const open = [...store.alerts.values()].filter((a) => a.state !== "closed" && a.entryLonDeg !== null && a.entryLatDeg !== null);
  const tracks = asking(store);
  if (open.length === 0 && tracks.length < fewestAsking) return null;
  const heart = [...middleOf(tracks), ...open.map((a): Point => [a.entryLonDeg as number, a.entryLatDeg as number])];
  const around = grown(heart, 0.3);
  const sites = placed(store.sensors).map((s): Point => [s.lonDeg, s.latDeg]).filter(([lon, lat]) => lon >= around.west && lon <= around.east && lat >= around.south && lat <= around.north);
  const seen = [[around.west, around.south], [around.east, around.north]] as Point[];
  return spread([...seen, ...sites]) < 0.75 * spread(watched(store)) ? [...seen, ...sites] : null;
}

/** Fewer than this are no scene of their own. */
const fewestAsking = 3;

/** Unknown without an answer, suspect, hostile; an aircraft that has just answered and is still pending is most likely routine. */
const asking = (store: Pick<Store, "tracks">): ShownTrack[] =>
  [...store.tracks.values()].filter((t) => t.status !== "tentative" && prominence(t.identity) > 0 && (t.identity !== "pending" || t.callsign === null));

function middleOf(tracks: ShownTrack[]): Point[] {
  const lons = middle(tracks.map((t) => t.lonDeg));
  const lats = middle(tracks.map((t) => t.latDeg));
  return lons.map((lon, i): Point => [lon, lats[i] as number]);
}

/** The box around these points, larger by a share of its size on each side. */
function grown(points: Point[], share: number): { west: number; east: number; south: number; north: number } {
  const lons = points.map((p) => p[0]);
  const lats = points.map((p) => p[1]);
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)];
  const dLon = Math.max(0.25, (east - west) * share);
  const dLat = Math.max(0.15, (north - south) * share);
  return { west: west - dLon, east: east + dLon, south: south - dLat, north: north + dLat };
}

/** The larger side of the box around these points, degrees of latitude. */
function spread(points: Point[]): number {
  const box = grown(points, 0);
  const cosLat = Math.cos((((box.north + box.south) / 2) * Math.PI) / 180);
  return Math.max((box.east - box.west) * cosLat, box.north - box.south);
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
