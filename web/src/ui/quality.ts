import { grouped } from "../air/format.ts";
import type { AreaQuality, PictureQuality } from "../api/types.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";
import { reasons } from "./reasons.ts";

/** Below this share of the objects an area is marked. */
const complete = 0.95;

/** How good the picture was in the last minutes, by its own account: the whole and each area, and why. */
export function qualityPanel(quality: PictureQuality | null): Child[] {
  const areas = quality?.areas.filter((a) => (a.objects ?? 0) > 0) ?? [];
  return [
    h("h3", {}, "How good the picture is"),
    areas.length === 0 && h("p", { class: "calm" }, "Not known yet: judging it takes two minutes of hindsight."),
    quality && areas.length > 0 && h("p", { class: "muted" }, `${minutes(quality)}, by its own account`),
    h("ul", { class: "health" }, areas.map(areaLine)),
    quality && areas.length > 0 && h("details", { class: "why", "data-key": "why-quality" }, h("summary", {}, "Why, and what it cannot see"),
      reasons(quality.why)),
  ];
}

function areaLine(area: AreaQuality): HTMLElement {
  return h("li", { class: (area.completeness ?? 1) < complete ? "silent" : "live", "data-key": `quality-${area.kind}-${area.name}` },
    h("div", { class: "health-head" }, h("b", {}, areaName(area)),
      h("span", { class: "state", title: "GOSPA, p = 2, cut-off 2 km: position errors, missed and false in one number" },
        area.gospaM === null ? "" : `GOSPA ${grouped(Math.round(area.gospaM))} m`)),
    areaTexts(area).map((text) => h("p", { class: "muted" }, text)));
}

const areaName = (area: AreaQuality): string =>
  area.kind === "everywhere" ? "Everywhere" : area.kind === "tuning" ? `Tuning area ${area.name}` : area.name;

/** Words for one area: what was shown of what was there, what was shown too much, and how far off. */
export function areaTexts(a: AreaQuality): string[] {
  return [
    a.completeness !== null && a.objects !== null
      && `${(100 * a.completeness).toFixed(1)} % of ${a.objects.toFixed(1)} objects shown (${(a.missed ?? 0).toFixed(2)} missed at a time)`,
    a.spuriousness !== null && a.false !== null
      && `${a.false.toFixed(2)} false tracks at a time, ${(100 * a.spuriousness).toFixed(1)} % near no object${a.ambiguity === null ? "" : `, ${a.ambiguity.toFixed(2)} tracks an object`}`,
    a.positionRmsM !== null && a.velocityRmsMps !== null
      && `position ± ${a.positionRmsM.toFixed(0)} m, velocity ± ${a.velocityRmsMps.toFixed(1)} m/s${changes(a)}`,
  ].filter((text): text is string => text !== false);
}

const changes = (a: AreaQuality): string =>
  a.numberChanges === 0 ? "" : a.numberChanges === 1 ? " · one track went on under a new number" : ` · ${a.numberChanges} tracks went on under new numbers`;

const minutes = (quality: PictureQuality): string => `${quality.from.slice(11, 16)} to ${quality.to.slice(11, 16)} UTC`;
