import type { Feature, FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { band, percent } from "../air/format.ts";
import { classWords } from "../air/words.ts";
import { getCoverage } from "../api/rest.ts";
import type { Coverage, WeakPath } from "../api/types.ts";
import type { Settings } from "../state/settings.ts";
import type { BaseMap } from "./map.ts";
import { mapFont } from "./basemap.ts";

const empty: FeatureCollection = { type: "FeatureCollection", features: [] };
const seen = "#4fd1a5";
const weak = "#ff7ac6";

/** Where the sensors see an object of one class at one height, and the way on which it would most probably be missed. */
export class CoverageLayer {
  private readonly ready: Promise<void>;
  private asked = "";

  constructor(private readonly base: BaseMap) {
    this.ready = base.ready.then(() => addLayers(base.map));
  }

  /** @param panelOpen the all-clear is being read: its weakest way is drawn even without the layer. */
  async show(settings: Pick<Settings, "coverageM" | "coverageClass">, coverage: Coverage, panelOpen: boolean): Promise<void> {
    await this.ready;
    const { coverageM, coverageClass } = settings;
    fill(this.base.map, "ways", coverageM > 0 || panelOpen ? wayFeatures(coverage, coverageClass, coverageM) : empty);
    const key = coverageM === 0 || coverage.at === null ? "" : `${coverageClass}@${coverageM}#${coverage.entry}`;
    if (key === this.asked) return;
    this.asked = key;
    if (key === "") return fill(this.base.map, "coverage", empty);
    try {
      const outline = await getCoverage(coverageM, coverageClass);
      if (this.asked === key) fill(this.base.map, "coverage", labelled(outline, coverageM));
    } catch {
      // Not shown rather than shown old; asked again with the next coverage.
      this.asked = "";
      fill(this.base.map, "coverage", empty);
    }
  }
}

/** The lines say in words what they mean: colour alone must not. */
export function labelled(outline: FeatureCollection, heightM: number): FeatureCollection {
  return {
    ...outline,
    features: outline.features.map((f) => ({ ...f, properties: { ...f.properties, label: `seen within a minute: ${percent(Number(f.properties?.["detection"]))} at ${band(heightM)}` } })),
  };
}

/** The weakest way of the chosen class and height into each airspace; without a height, of the worst that it has. */
export function wayFeatures(coverage: Coverage, objectClass: string, heightM: number): FeatureCollection {
  const features = coverage.allClears.flatMap((clear) => {
    const path = chosen(clear.weakest, objectClass, heightM);
    return path === undefined || path.miss < 0.005 ? [] : ofPath(path);
  });
  return { type: "FeatureCollection", features };
}

export function chosen(paths: WeakPath[], objectClass: string, heightM: number): WeakPath | undefined {
  const ofClass = paths.filter((p) => p.class === objectClass);
  return heightM > 0 ? ofClass.find((p) => p.heightM === heightM) : ofClass.sort((a, b) => b.miss - a.miss)[0];
}

function ofPath(path: WeakPath): Feature[] {
  const label = `weakest way in: a ${classWords[path.class].toLowerCase()} at ${band(path.heightM)} is missed with ${percent(path.miss)}`;
  return [
    { type: "Feature", properties: { kind: "way", label }, geometry: { type: "LineString", coordinates: path.way } },
    { type: "Feature", properties: { kind: "segment", label: "" }, geometry: { type: "LineString", coordinates: [path.segmentFrom, path.segmentTo] } },
    { type: "Feature", properties: { kind: "entry", label }, geometry: { type: "Point", coordinates: path.way.at(-1) ?? path.segmentFrom } },
  ];
}

const fill = (map: MapLibre, id: string, data: FeatureCollection): void => void map.getSource<GeoJSONSource>(id)?.setData(data);

function addLayers(map: MapLibre): void {
  const below = "airspace-line";
  for (const id of ["coverage", "ways"]) map.addSource(id, { type: "geojson", data: empty });
  const strong = ["==", ["get", "detection"], 0.9] as unknown as boolean;
  map.addLayer({
    id: "coverage-fill", type: "fill", source: "coverage", filter: ["==", ["get", "kind"], "area"],
    paint: { "fill-color": seen, "fill-opacity": ["case", strong, 0.1, 0.07] as unknown as number, "fill-antialias": false },
  }, below);
  for (const [id, level, dash] of [["coverage-90", 0.9, null], ["coverage-50", 0.5, [3, 3]]] as const) {
    map.addLayer({
      id, type: "line", source: "coverage", filter: ["all", ["==", ["get", "kind"], "line"], ["==", ["get", "detection"], level]],
      paint: { "line-color": seen, "line-width": dash ? 1 : 1.6, "line-opacity": 0.85, ...(dash ? { "line-dasharray": [...dash] } : {}) },
    }, below);
  }
  map.addLayer({
    id: "coverage-names", type: "symbol", source: "coverage", filter: ["==", ["get", "kind"], "line"],
    layout: { "symbol-placement": "line", "symbol-spacing": 320, "text-field": ["get", "label"], "text-font": mapFont, "text-size": 11, "text-max-angle": 40 },
    paint: { "text-color": "#a8ecd3", "text-halo-color": "#0d1319", "text-halo-width": 1.6 },
  });
  map.addLayer({ id: "way-line", type: "line", source: "ways", filter: ["==", ["get", "kind"], "way"], paint: { "line-color": weak, "line-width": 2.2, "line-dasharray": [4, 2] } });
  map.addLayer({ id: "way-segment", type: "line", source: "ways", filter: ["==", ["get", "kind"], "segment"], paint: { "line-color": weak, "line-width": 5, "line-opacity": 0.5 } });
  map.addLayer({
    id: "way-name", type: "symbol", source: "ways", filter: ["==", ["get", "kind"], "entry"],
    layout: { "text-field": ["concat", "▼ ", ["get", "label"]], "text-font": mapFont, "text-size": 12.5, "text-anchor": "bottom", "text-offset": [0, -0.4], "text-max-width": 16, "text-allow-overlap": true },
    paint: { "text-color": "#ffc4e6", "text-halo-color": "#0d1319", "text-halo-width": 1.8 },
  });
}
