import { band, expected, percent } from "../air/format.ts";
import { classWords } from "../air/words.ts";
import type { AllClear, Coverage, Reason, SensorCoverage, WeakPath } from "../api/types.ts";
import { chosen } from "../map/coverage.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

const workWords: Record<SensorCoverage["work"], string> = { working: "In order", impaired: "Impaired", silent: "Silent", unplaced: "Place not known" };

/** Sensors that are not fully counted on are named one by one up to here. */
const mostNamed = 8;

/** May it be called clear, and what could have been missed: the verdict first, figures below, what they rest on last. */
export function allClearPanel(view: Console): Child[] {
  const { coverage } = view.store;
  if (coverage.allClears.length === 0) return [h("p", { class: "calm" }, "No protected airspace is configured, or no sensor has been heard: there is nothing to be clear of.")];
  return [
    ...coverage.allClears.flatMap((clear) => airspace(view, coverage, clear)),
    h("p", { class: "muted" }, coverage.terrain === null ? "Heights are above a smooth earth: no terrain is loaded, so hills and valleys can hide more." : `Heights are above the ground of ${coverage.terrain}.`),
    ...sensors(coverage),
  ];
}

function airspace(view: Console, coverage: Coverage, clear: AllClear): Child[] {
  const name = view.store.airspaces.find((a) => a.id === clear.airspace)?.name ?? clear.airspace;
  const { coverageClass, coverageM } = view.settings;
  const path = chosen(clear.weakest, coverageClass, coverageM);
  return [
    h("section", { class: `verdict ${clear.allowed ? "clear" : "not-clear"}`, "data-key": `verdict-${clear.airspace}` },
      h("h2", {}, clear.allowed ? "✓ All-clear may be given" : "✕ No all-clear", h("span", {}, name)),
      h("p", {}, clear.reasons[0]?.text ?? ""),
      clear.reasons.filter((r) => /came back|gap|out of reach/.test(r.text)).map((r) => h("p", { class: "help" }, r.text))),
    h("h3", {}, "Missed on the weakest way in"),
    missTable(coverage, clear, coverageClass, coverageM),
    path && why(path),
    h("h3", {}, "Inside now and unseen, on average"),
    h("p", {}, clear.unseen.map((u) => `${classWords[u.class].toLowerCase()}: ${expected(u.expected)}`).join(" · "),
      h("span", { class: "muted" }, ` if ${clear.unseen[0]?.perHour ?? 0} an hour of each class set out`)),
  ];
}

/** Class by height; a click shows that layer and its way on the map. */
function missTable(coverage: Coverage, clear: AllClear, objectClass: string, heightM: number): HTMLElement {
  const classes = coverage.classes.filter((c) => clear.weakest.some((w) => w.class === c.class));
  return h("table", { class: "misses" },
    h("thead", {}, h("tr", {}, h("th", {}, "above ground"), coverage.heightsM.map((m) => h("th", {}, band(m))))),
    h("tbody", {}, classes.map((c) => h("tr", {}, h("th", {}, classWords[c.class]), coverage.heightsM.map((m) => {
      const path = clear.weakest.find((w) => w.class === c.class && w.heightM === m);
      if (!path) return h("td", {}, "–");
      const picked = c.class === objectClass && m === heightM;
      return h("td", { class: `${level(path.miss)} ${picked ? "picked" : ""}` }, h("button", {
        "data-do": "coverageOf", "data-arg": `${c.class}@${m}`, "aria-pressed": picked ? "true" : "false",
        title: `A ${classWords[c.class].toLowerCase()} at ${band(m)}: missed with ${percent(path.miss)}. Show it on the map`,
      }, percent(path.miss)));
    })))));
}

const level = (miss: number): string => (miss <= 0.1 ? "low" : miss <= 0.5 ? "some" : "high");

const why = (path: WeakPath): HTMLElement => h("details", { class: "why", "data-key": `why-${path.class}-${path.heightM}`, open: true },
  h("summary", {}, `Why ${percent(path.miss)}: ${classWords[path.class].toLowerCase()} at ${band(path.heightM)}`),
  h("ul", { class: "reasons" }, path.why.map(reasonLine)));

const reasonLine = (reason: Reason): HTMLElement => h("li", {}, reason.text,
  reason.entry > 0 && h("span", { class: "entry", title: "Journal entry it rests on" }, ` #${reason.entry}`));

function sensors(coverage: Coverage): Child[] {
  const less = coverage.sensors.filter((s) => s.share < 0.95).sort((a, b) => a.share - b.share);
  return [
    h("h3", {}, `Sensors counted on (${coverage.sensors.length - less.length} of ${coverage.sensors.length})`),
    less.length === 0 && h("p", { class: "calm" }, "All of them in full."),
    h("ul", { class: "health" }, less.slice(0, mostNamed).map((s) => h("li", { class: s.share <= 0 ? "failed" : "silent", "data-key": `cov-${s.id}` },
      h("div", { class: "health-head" }, h("b", {}, s.name), h("span", { class: "state" }, `${workWords[s.work]}, counted ${percent(s.share)}`)),
      h("p", { class: "muted" }, s.why.text, s.why.entry > 0 && ` #${s.why.entry}`)))),
    less.length > mostNamed && h("p", { class: "muted" }, `and ${less.length - mostNamed} more`),
  ];
}
