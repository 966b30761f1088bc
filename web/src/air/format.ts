// Figures as people read them. Everything has its unit; nothing pretends to be known.

export type UnitSystem = "metric" | "aviation";

const unknown = "–";
export const feetPerMetre = 1 / 0.3048;
export const knotsPerMps = 3600 / 1852;

export function height(heightM: number | null, units: UnitSystem): string {
  if (heightM === null || !Number.isFinite(heightM)) return unknown;
  return units === "metric" ? `${grouped(roundTo(heightM, 10))} m` : `${grouped(roundTo(heightM * feetPerMetre, 100))} ft`;
}

/** For a label or a cell: an estimate below the sea is an object near the ground seen from afar, and is said so. */
export function shortHeight(heightM: number | null, units: UnitSystem): string {
  return heightM !== null && heightM < -5 ? "low" : height(heightM, units);
}

export function speed(speedMps: number | null, units: UnitSystem): string {
  if (speedMps === null || !Number.isFinite(speedMps)) return unknown;
  return units === "metric" ? `${Math.round(speedMps * 3.6)} km/h` : `${Math.round(speedMps * knotsPerMps)} kt`;
}

export function climb(climbMps: number | null, units: UnitSystem): string {
  if (climbMps === null || !Number.isFinite(climbMps)) return unknown;
  const arrow = climbMps > 0.5 ? "↑ " : climbMps < -0.5 ? "↓ " : "";
  const size = Math.abs(climbMps);
  return arrow + (units === "metric" ? `${size.toFixed(1)} m/s` : `${grouped(roundTo(size * feetPerMetre * 60, 50))} ft/min`);
}

export function distance(distanceM: number | null, units: UnitSystem): string {
  if (distanceM === null || !Number.isFinite(distanceM)) return unknown;
  const size = Math.abs(distanceM);
  if (units === "aviation") return `${(size / 1852).toFixed(size < 18_520 ? 1 : 0)} NM`;
  return size < 1000 ? `${Math.round(size)} m` : `${(size / 1000).toFixed(size < 20_000 ? 1 : 0)} km`;
}

/** "073°" */
export const heading = (deg: number): string => `${String(((Math.round(deg) % 360) + 360) % 360).padStart(3, "0")}°`;

/** An expected number of objects; what is next to nothing is said to be below what could be read, never to be nought. */
export function expected(count: number): string {
  if (count < 0.001) return "fewer than 0.001";
  return count.toFixed(count < 0.095 ? 3 : count < 9.95 ? 2 : 0);
}

/** Probability as a percentage that never claims certainty it does not have. */
export function percent(p: number | null): string {
  if (p === null || !Number.isFinite(p)) return unknown;
  if (p <= 0) return "0 %";
  if (p < 0.01) return "< 1 %";
  if (p >= 1) return "100 %";
  if (p > 0.99) return "> 99 %";
  return `${Math.round(p * 100)} %`;
}

/** "45 s", "4 min", "1 h 05 min": a length of time that may be said aloud. */
export function duration(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return unknown;
  const s = Math.max(0, Math.round(seconds));
  if (s < 100) return `${s} s`;
  const minutes = Math.round(s / 60);
  if (minutes < 100) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** "2:35 min" until entry. */
export function countdown(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return unknown;
  const s = Math.max(0, Math.round(seconds));
  return s < 3600 ? `${Math.floor(s / 60)}:${String(s % 60).padStart(2, "0")} min` : duration(s);
}

/** Seconds with a tenth while they are few: the age of data. */
export function age(seconds: number): string {
  return seconds < 10 ? `${Math.max(0, seconds).toFixed(1)} s` : duration(seconds);
}

export function utc(ms: number): string {
  return Number.isFinite(ms) ? new Date(ms).toISOString().slice(11, 19) : unknown;
}

/** "2026-11-24 03:02:11Z" */
export function utcFull(ms: number): string {
  return Number.isFinite(ms) ? `${new Date(ms).toISOString().slice(0, 19).replace("T", " ")}Z` : unknown;
}

/** Wall time in a zone by its IANA name, with the zone's short name; null where the zone is not known here. */
export function localTime(ms: number, zone: string): string | null {
  if (!Number.isFinite(ms)) return null;
  try {
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" });
    return parts.format(ms).replace(",", "");
  } catch {
    return null;
  }
}

/** Degrees and decimal minutes, as they are read over the radio: 51°14.9′N 022°34.2′E. */
export function position(latDeg: number, lonDeg: number): string {
  return `${degreesMinutes(latDeg, 2, "N", "S")} ${degreesMinutes(lonDeg, 3, "E", "W")}`;
}

function degreesMinutes(value: number, digits: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(value) * 600);
  const minutes = (tenths % 600) / 10;
  return `${String(Math.floor(tenths / 600)).padStart(digits, "0")}°${minutes.toFixed(1).padStart(4, "0")}′${value < 0 ? negative : positive}`;
}

export const count = (n: number, one: string, many = `${one}s`): string => `${grouped(n)} ${n === 1 ? one : many}`;

/** Thousands set apart by a narrow space. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f");
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** An area in words. A large one is known to two figures at best, and is told so. */
export const areaText = (km2: number): string =>
  `${grouped(Math.max(1, roundTo(km2, km2 < 1_000 ? 1 : 10 ** (Math.floor(Math.log10(km2)) - 1))))} km²`;

/** A height band above ground: metres in both systems, since the bands are. */
export const band = (heightM: number): string => `${grouped(heightM)} m`;
