import type { FeatureCollection } from "geojson";
import type { GeoJSONSource, Map as MapLibre } from "maplibre-gl";
import type { Integrity } from "../api/types.ts";
import { mapFont } from "./basemap.ts";

const yellow = "#e5c93f";
const red = "#ff6b5e";
const violet = "#c77dff";

/** Hexagons where GNSS suffers or aircraft are not believed, as a grid library draws them, and the places that are claimed and not believed. */
export async function integrityFeatures(integrity: Integrity): Promise<FeatureCollection> {
  const cells = integrity.cells.filter((c) => c.level !== "low" || c.spoofed > 0);
  // The grid's library is as large as the rest of the page: fetched only when there is something to draw.
  const grid = cells.length > 0 ? await import("h3-js") : null;
  return {
    type: "FeatureCollection",
    features: [
      ...cells.map((c) => ({
        type: "Feature" as const,
        properties: { kind: "cell", level: c.spoofed > 0 ? "spoofed" : c.level },
        geometry: { type: "Polygon" as const, coordinates: [grid?.cellToBoundary(c.cell, true) ?? []] },
      })),
      ...integrity.findings.filter((f) => f.until === null && f.doubted).map((f) => ({
        type: "Feature" as const,
        properties: { kind: "claim", name: `${f.callsign ?? f.address}: claimed, not believed` },
        geometry: { type: "Point" as const, coordinates: [f.claimedLonDeg, f.claimedLatDeg] },
      })),
    ],
  };
}

export function addIntegrityLayers(map: MapLibre, below: string): void {
  map.addSource("integrity", { type: "geojson", data: { type: "FeatureCollection", features: [] } });
  const colour = ["match", ["get", "level"], "spoofed", violet, "high", red, yellow] as unknown as string;
  map.addLayer({ id: "gnss-fill", type: "fill", source: "integrity", filter: ["==", ["get", "kind"], "cell"], paint: { "fill-color": colour, "fill-opacity": 0.14 } }, below);
  map.addLayer({ id: "gnss-line", type: "line", source: "integrity", filter: ["==", ["get", "kind"], "cell"], paint: { "line-color": colour, "line-opacity": 0.6, "line-width": 1 } }, below);
  map.addLayer({
    id: "claims", type: "symbol", source: "integrity", filter: ["==", ["get", "kind"], "claim"],
    layout: { "text-field": ["concat", "✕ ", ["get", "name"]], "text-font": mapFont, "text-size": 11.5, "text-anchor": "left", "text-allow-overlap": true },
    paint: { "text-color": red, "text-halo-color": "#0d1319", "text-halo-width": 1.4 },
  });
}

export async function showIntegrity(map: MapLibre, integrity: Integrity): Promise<void> {
  map.getSource<GeoJSONSource>("integrity")?.setData(await integrityFeatures(integrity));
}
