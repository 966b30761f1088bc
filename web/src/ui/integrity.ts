import { count, grouped, utc } from "../air/format.ts";
import { integrityWords } from "../air/words.ts";
import type { IntegrityFinding, InterferenceCell } from "../api/types.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";
import { reasons } from "./reasons.ts";

const shownEnded = 8;
const shownCells = 8;

/** Which aircraft are not believed, why, since when; and how many cells of the map suffer. */
export function integrityPanel(view: Console): Child[] {
  const { findings, cells, doubtedReports } = view.store.integrity;
  const open = findings.filter((f) => f.until === null);
  const ended = findings.filter((f) => f.until !== null);
  const bad = cells.filter((c) => c.level !== "low");
  const spoofed = cells.filter((c) => c.spoofed > 0);
  return [
    h("h3", {}, `Doubted claims (${open.length})`),
    open.length === 0 && h("p", { class: "calm" }, cells.length === 0 ? "No aircraft tells its position here." : "What aircraft claim of themselves fits."),
    h("ul", { class: "health" }, [...open, ...ended.slice(0, shownEnded)].map((f) => findingLine(f))),
    ended.length > shownEnded && h("p", { class: "muted" }, `and ${grouped(ended.length - shownEnded)} more that ended`),
    cells.length > 0 && h("p", { class: "muted" },
      bad.length === 0 ? `GNSS is good in all ${grouped(cells.length)} cells with aircraft of the last hour` : `GNSS suffers in ${grouped(bad.length)} of ${grouped(cells.length)} cells (hexagons on the map: yellow over 2 % of aircraft, red over 10 %)`,
      spoofed.length > 0 && ` · aircraft that are not believed were in ${count(spoofed.length, "cell")} (violet)`,
      doubtedReports > 0 && ` · ${count(doubtedReports, "position")} kept from the picture`),
    bad.length + spoofed.length > 0 && h("details", { "data-key": "why-cells" }, h("summary", {}, "Why"), whyCells(cells)),
  ];
}

/** What the worst cells rest on. */
function whyCells(cells: InterferenceCell[]): Child[] {
  const told = cells.filter((c) => (c.why ?? []).length > 0).sort((a, b) => b.badShare - a.badShare || b.spoofed - a.spoofed || a.cell.localeCompare(b.cell));
  return [
    ...told.slice(0, shownCells).map((c) => h("div", { "data-key": `why-cell-${c.cell}` }, h("p", { class: "muted" }, `Cell ${c.cell} (H3)`), reasons(c.why ?? []))),
    told.length > shownCells && h("p", { class: "muted" }, `and ${grouped(told.length - shownCells)} more cells, through the API`),
  ];
}

function findingLine(finding: IntegrityFinding): HTMLElement {
  const name = finding.callsign ? `${finding.callsign} (${finding.address})` : finding.address;
  const times = finding.until === null ? `since ${utc(Date.parse(finding.since))}` : `${utc(Date.parse(finding.since))} to ${utc(Date.parse(finding.until))}`;
  return h("li", { class: finding.until !== null ? "ended" : finding.doubted ? "failed" : "silent", "data-key": `finding-${finding.n}`, "data-do": "goToPlace", "data-arg": `${finding.claimedLatDeg},${finding.claimedLonDeg}`, title: "Show the place that was claimed" },
    h("div", { class: "health-head" }, h("b", {}, name), h("span", { class: "state" }, integrityWords[finding.kind])),
    finding.reasons.map((reason) => h("p", {}, reason.text, reason.entry > 0 && h("span", { class: "muted" }, ` #${reason.entry}`))),
    h("p", { class: "muted" }, `${times} · ${count(finding.reports, "report")}`, finding.doubted ? " kept from the picture" : " believed all the same"));
}
