import type { Feature, FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import { areaText, duration } from "../air/format.ts";
import type { SearchArea } from "../api/types.ts";
import type { BaseMap } from "./map.ts";
import { mapFont } from "./basemap.ts";

const colour = "#f2a65a";

/** Up to this size an area is drawn in full. A larger one says less the larger it is, and lies over all else: it is drawn the fainter. */
const tellingKm2 = 2_000;
const faintest = 0.12;

/** Where lost objects may be by now: an outline, its age and size in words, and a cross where each was seen last. */
export class SearchLayer {
  private readonly ready: Promise<void>;

  constructor(private readonly base: BaseMap) {
    this.ready = base.ready.then(() => addLayers(base.map));
  }

  /** @param selected Number of the alert whose area is drawn in full whatever its size. */
  async show(areas: SearchArea[], nowMs: number, selected?: string): Promise<void> {
    await this.ready;
    this.base.map.getSource<GeoJSONSource>("search")?.setData(searchFeatures(areas, nowMs, selected));
  }
}

export function searchFeatures(areas: SearchArea[], nowMs: number, selected?: string): FeatureCollection {
  return { type: "FeatureCollection", features: areas.flatMap((area) => featuresOf(area, nowMs, area.alert === selected)) };
}

function featuresOf(area: SearchArea, nowMs: number, isSelected: boolean): Feature[] {
  const weight = isSelected ? 1 : Math.min(1, Math.max(faintest, tellingKm2 / area.areaKm2));
  return [
    { type: "Feature", properties: { kind: "area", weight, width: isSelected ? 2.5 : 1.5 }, geometry: { type: "MultiPolygon", coordinates: area.rings.map((ring) => [ring]) } },
    {
      type: "Feature",
      properties: { kind: "last", label: `${area.track} lost ${duration((nowMs - Date.parse(area.lastSeen)) / 1000)} ago\nmay be within ${areaText(area.areaKm2)} (${area.alert})` },
      geometry: { type: "Point", coordinates: [area.lastLonDeg, area.lastLatDeg] },
    },
  ];
}

function addLayers(map: MapLibre): void {
  map.addSource("search", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const below = "place-country";
  map.addLayer({ id: "search-fill", type: "fill", source: "search", filter: ["==", ["get", "kind"], "area"], paint: { "fill-color": colour, "fill-opacity": ["*", 0.1, ["get", "weight"]] } }, below);
  map.addLayer({ id: "search-line", type: "line", source: "search", filter: ["==", ["get", "kind"], "area"], paint: { "line-color": colour, "line-width": ["get", "width"], "line-opacity": ["+", 0.2, ["*", 0.8, ["get", "weight"]]], "line-dasharray": [1, 1.5] } }, below);
  map.addLayer({
    id: "search-cross", type: "symbol", source: "search", filter: ["==", ["get", "kind"], "last"],
    layout: { "text-field": "✕", "text-font": mapFont, "text-size": 15, "text-allow-overlap": true },
    paint: { "text-color": colour, "text-halo-color": "#0d1319", "text-halo-width": 1.4 },
  });
  map.addLayer({
    id: "search-name", type: "symbol", source: "search", filter: ["==", ["get", "kind"], "last"], minzoom: 6,
    layout: { "text-field": ["get", "label"], "text-font": mapFont, "text-size": 11, "text-anchor": "top", "text-offset": [0, 0.8], "text-optional": true },
    paint: { "text-color": "#ffd3a6", "text-halo-color": "#0d1319", "text-halo-width": 1.6 },
  });
}
