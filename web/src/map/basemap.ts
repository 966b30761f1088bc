import type { StyleSpecification } from "maplibre-gl";
import type { Feature, FeatureCollection, LineString, Point } from "geojson";

export const attribution = "Natural Earth · © OpenStreetMap contributors (ODbL) · GeoNames (CC BY 4.0)";

export const mapColours = {
  sea: "#0a1016", land: "#151c24", coast: "#2b3846", border: "#4a5b6c", grid: "#1a242e", place: "#7f90a1", placeHalo: "#0d1319",
  country: "#55677a",
};

/** Fonts of the viewer's own machine. */
export const mapFont = ["Noto Sans", "DejaVu Sans", "Arial", "sans-serif"];

/** The offline basemap: three small files from the server's own folder, labels drawn by the browser's fonts. */
export function basemapStyle(root: string): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: `${root}basemap/land.json`, tolerance: 0.2, attribution },
      borders: { type: "geojson", data: `${root}basemap/borders.json`, tolerance: 0.3 },
      bordersEurope: { type: "geojson", data: `${root}basemap/borders-europe.json`, tolerance: 0.15 },
      places: { type: "geojson", data: { type: "FeatureCollection", features: [] } },
      grid: { type: "geojson", data: graticule(5) },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": mapColours.sea } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": mapColours.land, "fill-antialias": false } },
      { id: "grid", type: "line", source: "grid", paint: { "line-color": mapColours.grid, "line-width": 0.6 } },
      { id: "coast", type: "line", source: "land", paint: { "line-color": mapColours.coast, "line-width": 0.8 } },
      borderLayer("borders"),
      borderLayer("bordersEurope"),
      placeLayer("country", 0, 2, 7.5, 13),
      placeLayer("capital", 1, 3.5, 24, 13),
      placeLayer("city", 2, 5, 24, 12),
      placeLayer("large", 3, 6.3, 24, 11),
      placeLayer("town", 4, 7.8, 24, 11),
      placeLayer("small", 5, 9.2, 24, 10.5),
    ],
  };
}

function borderLayer(source: string): StyleSpecification["layers"][number] {
  return {
    id: source, type: "line", source, layout: { "line-join": "round" },
    paint: { "line-color": mapColours.border, "line-width": ["interpolate", ["linear"], ["zoom"], 3, 0.6, 7, 1.2, 11, 2], "line-dasharray": [4, 1.5] },
  };
}

function placeLayer(id: string, rank: number, minzoom: number, maxzoom: number, size: number): StyleSpecification["layers"][number] {
  const country = rank === 0;
  return {
    id: `place-${id}`, type: "symbol", source: "places", minzoom, maxzoom, filter: ["==", ["get", "rank"], rank],
    layout: {
      "text-field": country ? ["upcase", ["get", "name"]] : ["get", "name"],
      "text-font": mapFont,
      "text-size": size,
      "text-letter-spacing": country ? 0.25 : 0,
      "text-max-width": 7,
      "text-padding": 6,
    },
    paint: {
      "text-color": country ? mapColours.country : mapColours.place,
      "text-halo-color": mapColours.placeHalo,
      "text-halo-width": 1.2,
    },
  };
}

/** Rows of places.json: name, longitude, latitude, rank. */
export function placesCollection(rows: [string, number, number, number][]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: rows.map(([name, lon, lat, rank]) => ({
      type: "Feature", properties: { name, rank }, geometry: { type: "Point", coordinates: [lon, lat] },
    })),
  };
}

function graticule(stepDeg: number): FeatureCollection<LineString> {
  const features: Feature<LineString>[] = [];
  const add = (coordinates: [number, number][]) => features.push({ type: "Feature", properties: {}, geometry: { type: "LineString", coordinates } });
  for (let lon = -180; lon <= 180; lon += stepDeg) add([[lon, -85], [lon, 85]]);
  for (let lat = -85; lat <= 85; lat += stepDeg) add([[-180, lat], [180, lat]]);
  return { type: "FeatureCollection", features };
}
