import { filterTest } from "../air/filter.ts";
import { percent, shortHeight, speed } from "../air/format.ts";
import type { UnitSystem } from "../air/format.ts";
import { identityColour, prominence } from "../air/symbols.ts";
import { classWords, identityWords, trackStatusWords } from "../air/words.ts";
import { identities } from "../api/types.ts";
import { trackNumber } from "../api/picture.ts";
import type { PictureTrack } from "../api/picture.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

export type SortKey = "attention" | "number" | "identity" | "class" | "height" | "speed" | "entry";

export const rowHeightPx = 26;

interface Column { key: SortKey; title: string; hint: string }

const columnsOf = (units: UnitSystem): Column[] => [
  { key: "number", title: "Track", hint: "number" },
  { key: "identity", title: "Identity", hint: "identity" },
  { key: "class", title: "Class", hint: "most probable class" },
  { key: "height", title: units === "metric" ? "m" : "ft", hint: "height" },
  { key: "speed", title: units === "metric" ? "km/h" : "kt", hint: "ground speed" },
  { key: "entry", title: "Entry", hint: "probability of entering a protected airspace within 10 minutes" },
];

/** The figure alone: the head of the column has the unit. */
const figure = (text: string): string => text.replace(/ [a-z/]+$/, "");

/** The tracks that a typed filter lets through. Words look at number, callsign, code, address, identity, class and status. */
export function matching(filter: string, units: UnitSystem): (track: PictureTrack) => boolean {
  const test = filterTest(filter, units);
  return (track) => test({ text: words(track), heightM: track.heightM, speedMps: track.speedMps, within10Min: track.within10Min });
}

/** What the map shows of all tracks: everything, unless the viewer lets the filter rule there too. */
export const shownOnMap = (view: Console): ((track: PictureTrack) => boolean) =>
  view.settings.filterMap && view.filter !== "" ? matching(view.filter, view.settings.units) : () => true;

const words = (track: PictureTrack): string =>
  [trackNumber(track.n), track.callsign, track.code, track.address, identityWords[track.identity], classWords[track.objectClass], trackStatusWords[track.status]].join(" ");

type Comparison = (a: PictureTrack, b: PictureTrack) => number;

const comparisons: Record<SortKey, Comparison> = {
  attention: (a, b) => concern(b) - concern(a) || rankOf(b) - rankOf(a),
  number: (a, b) => a.n - b.n,
  identity: (a, b) => rankOf(b) - rankOf(a),
  class: (a, b) => classWords[a.objectClass].localeCompare(classWords[b.objectClass]),
  height: (a, b) => (b.heightM ?? -1e9) - (a.heightM ?? -1e9),
  speed: (a, b) => b.speedMps - a.speedMps,
  entry: (a, b) => b.within10Min - a.within10Min,
};

/** Routine traffic enters protected airspace all day long: what asks for attention comes first, then what is likely to enter. */
const concern = (track: PictureTrack): number =>
  (track.status === "tentative" ? 0.5 : prominence(track.identity) * 2) + Math.round(track.within10Min * 10) / 10;

const rankOf = (track: PictureTrack): number => identities.indexOf(track.identity);

/** The order of the table; equal tracks stay by number, so that rows do not dance. */
export function sorted<T extends PictureTrack>(tracks: Iterable<T>, key: SortKey, reversed: boolean): T[] {
  const sign = reversed ? -1 : 1;
  return [...tracks].sort((a, b) => sign * comparisons[key](a, b) || a.n - b.n);
}

/** The slice of a long table that is on the screen; only that is drawn. */
export interface Window { top: number; heightPx: number }

export function trackTable(view: Console, window: Window): Child[] {
  const matches = matching(view.filter, view.settings.units);
  const chosen = sorted([...view.store.tracks.values()].filter((t) => (view.settings.tentative || t.status !== "tentative") && matches(t)), view.sort, view.sortDescending);
  const first = Math.max(0, Math.floor(window.top / rowHeightPx) - 4);
  const last = Math.min(chosen.length, Math.ceil((window.top + window.heightPx) / rowHeightPx) + 4);
  return [
    h("p", { class: "tally" }, view.filter ? `${chosen.length} of ${view.store.tracks.size} tracks` : `${chosen.length} tracks`),
    h("div", { class: "grid-head", role: "row" }, columnsOf(view.settings.units).map((c) => columnHead(view, c))),
    h("div", { class: "grid", role: "table", "aria-rowcount": chosen.length, "aria-label": "Tracks", style: `height:${chosen.length * rowHeightPx}px` },
      chosen.slice(first, last).map((track, i) => row(view, track, first + i))),
  ];
}

function columnHead(view: Console, column: Column): HTMLElement {
  const active = view.sort === column.key;
  return h("button", {
    class: active ? "active" : "", "data-do": "sort", "data-arg": column.key, title: `Sort by: ${column.hint}`,
    "aria-pressed": active ? "true" : "false",
  }, column.title, active && (view.sortDescending ? " ↑" : " ↓"));
}

function row(view: Console, track: PictureTrack, index: number): HTMLElement {
  const { units } = view.settings;
  const selected = track.n === view.selectedTrack;
  return h("div", {
    class: `row ${track.status} ${selected ? "selected" : ""}`, role: "row", "data-key": track.n, "data-do": "selectTrack", "data-arg": track.n,
    style: `top:${index * rowHeightPx}px`, "aria-selected": selected ? "true" : null,
  },
    h("span", { role: "cell" }, track.callsign ?? trackNumber(track.n)),
    h("span", { role: "cell", style: `color:${identityColour[track.identity]}` }, identityWords[track.identity]),
    h("span", { role: "cell" }, classWords[track.objectClass]),
    h("span", { role: "cell", class: "figure" }, figure(shortHeight(track.heightM, units))),
    h("span", { role: "cell", class: "figure" }, track.status === "coasting" ? "coast" : track.status === "tentative" ? "tent." : figure(speed(track.speedMps, units))),
    h("span", { role: "cell", class: `figure ${track.within10Min >= 0.5 && prominence(track.identity) > 0 ? "high" : ""}` }, entry(track)));
}

/** How likely it is to enter, or that it is there. */
function entry(track: PictureTrack): string {
  if (track.etaS === 0 && track.within10Min >= 0.5) return "inside";
  return track.within10Min > 0.005 ? percent(track.within10Min) : "";
}
