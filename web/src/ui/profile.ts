import { duration, height } from "../air/format.ts";
import type { UnitSystem } from "../air/format.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

type Past = readonly [lonDeg: number, latDeg: number, heightM: number | null, unixMs: number];

const widthPx = 392;
const heightPx = 64;
const padPx = 3;

/** Height over the time that the track's history reaches back, as a picture with its bounds in words. Nothing where heights are not known. */
export function heightProfile(history: readonly Past[], units: UnitSystem, colour: string): Child {
  const known = history.filter((p): p is [number, number, number, number] => p[2] !== null);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || known.length < 3 || last[3] <= first[3]) return null;
  const heights = known.map((p) => p[2]);
  const [least, most] = [Math.min(...heights), Math.max(...heights)];
  // A level flight is a level line: less than this much of height fills no chart.
  const spanM = Math.max(300, most - least);
  const floor = (least + most) / 2 - spanM / 2;
  const points = known.map(([, , m, ms]) =>
    `${(padPx + ((ms - first[3]) / (last[3] - first[3])) * (widthPx - 2 * padPx)).toFixed(1)},${(heightPx - padPx - ((m - floor) / spanM) * (heightPx - 2 * padPx)).toFixed(1)}`);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" preserveAspectRatio="none"><polyline points="${points.join(" ")}" fill="none" stroke="${colour}" stroke-width="1.6" vector-effect="non-scaling-stroke"/></svg>`;
  const words = least === most ? height(least, units) : `${height(least, units)} to ${height(most, units)}`;
  return h("figure", { class: "profile" },
    h("img", { src: `data:image/svg+xml,${encodeURIComponent(svg)}`, alt: `Height over the last ${duration((last[3] - first[3]) / 1000)}: ${words}` }),
    h("figcaption", { class: "caption" }, `Height over the last ${duration((last[3] - first[3]) / 1000)}: ${words}`));
}
