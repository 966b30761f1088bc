import { AttributionControl, Map as MapLibre, ScaleControl, setWorkerUrl } from "maplibre-gl";
import type { GeoJSONSource, LngLatBoundsLike } from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import "maplibre-gl/dist/maplibre-gl.css";
import type { FeatureCollection } from "geojson";
import type { Airspace, Integrity, Sensor, WarningDraft } from "../api/types.ts";
import type { View } from "../state/location.ts";
import { basemapStyle, mapFont, placesCollection } from "./basemap.ts";
import { addIntegrityLayers, showIntegrity } from "./integrity.ts";
import { Projection } from "./projection.ts";
import { airspaceFeatures, ringFeatures, sensorFeatures, warningFeatures } from "./scene.ts";

setWorkerUrl(workerUrl);

const empty: FeatureCollection = { type: "FeatureCollection", features: [] };

/** The part of the map that stands still: land, borders, airspaces, sensors. MapLibre redraws it only when the view or the scene changes. */
export class BaseMap {
  readonly map: MapLibre;
  readonly ready: Promise<void>;

  constructor(container: HTMLElement, view: View) {
    const root = new URL(".", document.baseURI).href;
    this.map = new MapLibre({
      container,
      style: basemapStyle(root),
      center: [view.lonDeg, view.latDeg],
      zoom: view.zoom,
      minZoom: 2,
      maxZoom: 16,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      keyboard: false,
      renderWorldCopies: false,
      fadeDuration: 0,
    });
    this.map.touchZoomRotate.disableRotation();
    this.map.addControl(new AttributionControl({ compact: false }), "bottom-right");
    this.map.addControl(new ScaleControl({ maxWidth: 120 }), "bottom-left");
    this.ready = new Promise((resolve) => this.map.once("load", () => resolve()));
    void this.ready.then(() => this.addScene(root));
  }

  projection(): Projection {
    const { lat, lng } = this.map.getCenter();
    const box = this.map.getContainer();
    return new Projection({ latDeg: lat, lonDeg: lng }, this.map.getZoom(), box.clientWidth, box.clientHeight);
  }

  view(): { zoom: number; latDeg: number; lonDeg: number } {
    const { lat, lng } = this.map.getCenter();
    return { zoom: this.map.getZoom(), latDeg: lat, lonDeg: lng };
  }

  async showAirspaces(airspaces: Airspace[]): Promise<void> {
    await this.fill("airspaces", airspaceFeatures(airspaces));
  }

  async showSensors(sensors: Sensor[]): Promise<void> {
    await this.fill("sensors", sensorFeatures(sensors));
    await this.fill("rings", ringFeatures(sensors));
  }

  async showWarnings(warnings: WarningDraft[]): Promise<void> {
    await this.fill("warnings", warningFeatures(warnings));
  }

  async showIntegrity(integrity: Integrity): Promise<void> {
    await this.ready;
    await showIntegrity(this.map, integrity);
  }

  async showRings(visible: boolean): Promise<void> {
    await this.ready;
    for (const id of ["rings", "ring-halves"]) this.map.setLayoutProperty(id, "visibility", visible ? "visible" : "none");
  }

  /** Moves so that all of these [lon, lat] are in view, in so many ms. */
  fit(points: [number, number][], maxZoom: number, duration = 0): void {
    if (points.length === 0) return;
    const lons = points.map((p) => p[0]);
    const lats = points.map((p) => p[1]);
    const bounds: LngLatBoundsLike = [[Math.min(...lons), Math.min(...lats)], [Math.max(...lons), Math.max(...lats)]];
    this.map.fitBounds(bounds, { padding: { top: 70, bottom: 40, left: 40, right: 40 }, maxZoom, duration });
  }

  /** All of these [lon, lat] are in view already. */
  holds(points: [number, number][]): boolean {
    const bounds = this.map.getBounds();
    return points.every((p) => bounds.contains(p));
  }

  goTo(lonDeg: number, latDeg: number, leastZoom: number): void {
    this.map.easeTo({ center: [lonDeg, latDeg], zoom: Math.max(this.map.getZoom(), leastZoom), duration: 400 });
  }

  private async fill(id: string, data: FeatureCollection): Promise<void> {
    await this.ready;
    this.map.getSource<GeoJSONSource>(id)?.setData(data);
  }

  private async addScene(root: string): Promise<void> {
    const { map } = this;
    for (const id of ["airspaces", "rings", "sensors", "warnings"]) map.addSource(id, { type: "geojson", data: empty });
    const below = "place-country";
    map.addLayer({
      id: "airspace-fill", type: "fill", source: "airspaces",
      paint: { "fill-color": ["match", ["get", "role"], "protected", "#3f8fd0", "#8899aa"], "fill-opacity": ["match", ["get", "role"], "protected", 0.07, 0.04] },
    }, below);
    map.addLayer({
      id: "airspace-line", type: "line", source: "airspaces", layout: { "line-join": "round" },
      paint: { "line-color": ["match", ["get", "role"], "protected", "#5fb0ee", "#8899aa"], "line-width": 1.6, "line-opacity": 0.75 },
    }, below);
    map.addLayer({
      id: "warning-fill", type: "fill", source: "warnings", paint: { "fill-color": "#ff9d42", "fill-opacity": 0.1 },
    }, below);
    map.addLayer({
      id: "warning-line", type: "line", source: "warnings", paint: { "line-color": "#ff9d42", "line-width": 1.2, "line-dasharray": [2, 2] },
    }, below);
    map.addLayer({
      id: "airspace-names", type: "symbol", source: "airspaces",
      layout: { "symbol-placement": "line", "symbol-spacing": 420, "text-field": ["get", "name"], "text-font": mapFont, "text-size": 11, "text-offset": [0, -0.9], "text-letter-spacing": 0.04 },
      paint: { "text-color": "#6fa9d6", "text-halo-color": "#0d1319", "text-halo-width": 1.4 },
    });
    addIntegrityLayers(map, below);
    this.addSensors(below);
    const places = await fetch(new URL("basemap/places.json", root));
    await this.fill("places", placesCollection((await places.json()) as [string, number, number, number][]));
  }

  private addSensors(below: string): void {
    const colour = ["case", ["get", "degraded"], "#ff9d42", "#7aa7b8"] as unknown as string;
    const ring = (id: string, outer: boolean) => this.map.addLayer({
      id, type: "line", source: "rings", filter: ["==", ["get", "outer"], outer], layout: { visibility: "none" },
      paint: { "line-color": colour, "line-width": outer ? 1 : 0.7, "line-opacity": outer ? 0.4 : 0.22, ...(outer ? {} : { "line-dasharray": [2, 3] }) },
    }, below);
    ring("rings", true);
    ring("ring-halves", false);
    this.map.addLayer({
      id: "sensor-posts", type: "circle", source: "sensors", minzoom: 6, filter: ["get", "post"],
      paint: { "circle-radius": 1.6, "circle-color": colour, "circle-opacity": 0.7 },
    }, below);
    this.map.addLayer({
      id: "sensor-points", type: "circle", source: "sensors", filter: ["!", ["get", "post"]],
      paint: { "circle-radius": 3.2, "circle-color": "#0d1319", "circle-stroke-color": colour, "circle-stroke-width": 1.4 },
    }, below);
    this.map.addLayer({
      id: "sensor-names", type: "symbol", source: "sensors", minzoom: 7, filter: ["!", ["get", "post"]],
      layout: { "text-field": ["get", "name"], "text-font": mapFont, "text-size": 10.5, "text-offset": [0, 1], "text-anchor": "top" },
      paint: { "text-color": "#7aa7b8", "text-halo-color": "#0d1319", "text-halo-width": 1.2 },
    });
  }
}
