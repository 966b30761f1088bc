import { band, feetPerMetre, grouped } from "../air/format.ts";
import type { UnitSystem } from "../air/format.ts";
import { heightColours } from "../air/heights.ts";
import { classWords } from "../air/words.ts";
import { newestDrafts } from "../state/store.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

const toolHints: Record<string, string> = {
  labels: "Labels: on tracks that ask for attention, on all, on none", trails: "Trails: of all tracks, of those that ask for attention, of none",
  trailColour: "Trails coloured by identity or by height",
  leader: "Line to where the track will be in so many minutes", rings: "Range rings of the sensors", coverageHeight: "Where the sensors see an object at this height above ground now", routine: "Traffic that is friendly or neutral",
  filterMap: "What the table's filter leaves out is left out of the map as well", tentative: "Tracks that are only perhaps there, as dots", units: "Metric or aviation units", overview: "Where things happen; again: the whole watch",
};

/** The strip over the map: what is shown, and the key that changes it. */
export function tools(view: Console): Child[] {
  const { settings } = view;
  const tool = (action: string, key: string, name: string, value: string, on: boolean) =>
    h("button", { class: on ? "on" : "", "data-do": action, "aria-pressed": on ? "true" : "false", "aria-keyshortcuts": key, title: `${toolHints[action]} (${key})` },
      h("kbd", {}, key), name && h("span", {}, name), value && h("b", {}, value));
  return [
    tool("labels", "L", "Labels", settings.labels === "attention" ? "some" : settings.labels, settings.labels !== "off"),
    tool("trails", "H", "Trails", settings.trails === "attention" ? "some" : settings.trails, settings.trails !== "off"),
    tool("leader", "P", "Leaders", settings.leaderMinutes === 0 ? "off" : `${settings.leaderMinutes} min`, settings.leaderMinutes !== 0),
    tool("rings", "R", "Rings", settings.rings ? "on" : "off", settings.rings),
    tool("coverageHeight", "1", "Coverage", settings.coverageM === 0 ? "off" : `${band(settings.coverageM)}, ${classWords[settings.coverageClass].toLowerCase()}`, settings.coverageM !== 0),
    tool("routine", "X", "Routine", settings.routine ? "on" : "off", settings.routine),
    tool("tentative", "Y", "Tentative", settings.tentative ? "on" : "off", settings.tentative),
    tool("units", "U", "", settings.units === "metric" ? "m, km/h" : "ft, kt", true),
    tool("overview", "Z", "Overview", "", false),
    settings.trailColour === "height" && tool("trailColour", "B", "Colour", "height", true),
    settings.trailColour === "height" && heightScale(settings.units),
    view.settings.filterMap && view.filter !== "" && tool("filterMap", "Q", "Filter", "hides tracks", true),
  ];
}

/** What the colours of height mean. */
function heightScale(units: UnitSystem): HTMLElement {
  return h("span", { class: "scale" }, heightColours.map(({ belowM, colour }, i) => h("span", { style: `border-top-color:${colour}` },
    Number.isFinite(belowM) ? (units === "metric" ? `< ${grouped(belowM)} m` : `< ${grouped(Math.round((belowM * feetPerMetre) / 100) * 100)} ft`) : i > 0 && "above")));
}

const tabNames = [["track", "Track", "D"], ["tracks", "Tracks", "T"], ["coverage", "All-clear", "0"], ["sensors", "Sensors", "N"], ["warnings", "Warnings", "W"]] as const;

export function tabs(view: Console): Child[] {
  const problems = view.store.feeds.filter((f) => f.state === "failed" || f.state === "silent").length
    + view.store.sensors.filter((s) => s.degraded).length + view.store.integrity.findings.filter((f) => f.until === null && f.doubted).length;
  const badge: Record<string, number> = { sensors: problems, warnings: newestDrafts(view.store.warnings).length };
  return tabNames.map(([tab, name, key]) => h("button", {
    role: "tab", "data-do": tab, "aria-selected": view.tab === tab ? "true" : "false", "aria-keyshortcuts": key, title: `${name} (${key})`,
  }, name, (badge[tab] ?? 0) > 0 && h("span", { class: `badge ${tab}` }, badge[tab])));
}
