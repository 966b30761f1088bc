import { climb, countdown, distance, duration, heading, height, percent, position, speed, utc } from "../air/format.ts";
import type { UnitSystem } from "../air/format.ts";
import { identityColour } from "../air/symbols.ts";
import { classWords, identityWords, sourceWords, trackStatusWords } from "../air/words.ts";
import { trackNumber } from "../api/picture.ts";
import type { Crossing, ObjectClass, TrackDetail, UasClaim } from "../api/types.ts";
import { symbolImage } from "../map/atlas.ts";
import { pictureNow } from "./console.ts";
import type { Console } from "./console.ts";
import { h, item } from "./dom.ts";
import type { Child } from "./dom.ts";
import { heightProfile } from "./profile.ts";
import { reasons } from "./reasons.ts";

export function trackPanel(view: Console): Child[] {
  if (view.selectedTrack === null)
    return [h("p", { class: "calm" }, "No track selected. Click one on the map, or press T for the table.")];
  const detail = view.detail?.n === view.selectedTrack ? view.detail : null;
  if (!detail)
    return [h("p", { class: "calm" }, view.detailProblem ?? `Asking for ${trackNumber(view.selectedTrack)} …`)];
  const now = pictureNow(view);
  const gone = !view.store.tracks.has(detail.n);
  return [
    gone && h("p", { class: "notice" }, `${detail.number} is no longer in the picture. These are its last words.`),
    head(detail),
    h("div", { class: "buttons" },
      h("button", { "data-do": "goToTrack", "data-arg": detail.n }, "Go to", h("kbd", {}, "G")),
      h("button", { "data-do": "follow", "aria-pressed": view.follow ? "true" : "false" }, view.follow ? "Following" : "Follow", h("kbd", {}, "F")),
      h("button", { "data-do": "identity" }, "Identity", h("kbd", {}, "I"))),
    !gone && crossings(view, detail),
    h("h3", {}, "Motion"),
    motion(detail, view.settings.units, now),
    h("details", { "data-key": "why-motion" }, h("summary", {}, "Why"), reasons(detail.motionWhy ?? [])),
    heightProfile(detail.history ?? [], view.settings.units, identityColour[detail.identity]),
    h("h3", {}, "Identity"),
    identity(detail),
    detail.remoteId && h("h3", {}, "Remote ID"),
    detail.remoteId && remoteId(detail.remoteId),
    h("h3", {}, "Class"),
    classes(detail),
    h("details", { "data-key": "why-class" }, h("summary", {}, "Why"), reasons(detail.classWhy ?? [])),
    h("h3", {}, "Evidence"),
    evidence(detail, now),
    h("details", { "data-key": "why-existence" }, h("summary", {}, "Why"), reasons(detail.existenceWhy ?? [])),
  ];
}

function head(detail: TrackDetail): HTMLElement {
  return h("div", { class: "track-head" },
    h("img", { src: symbolImage(detail.identity, detail.class, 24), alt: "" }),
    h("div", {},
      h("h2", {}, detail.callsign?.trim() || detail.number),
      h("p", {}, h("b", { style: `color:${identityColour[detail.identity]}` }, identityWords[detail.identity]), " · ", classWords[detail.class],
        " · ", trackStatusWords[detail.status], detail.simulated && " · simulated")));
}

function crossings(view: Console, detail: TrackDetail): Child {
  const near = detail.crossings.filter((c) => c.within20Min > 0.005 || c.inside > 0.005);
  if (near.length === 0) return h("p", { class: "forecast none" }, "Not expected in a protected airspace within 20 minutes.");
  return h("section", { class: "crossings" }, near.map((c) => crossing(view, c)));
}

function crossing(view: Console, c: Crossing): HTMLElement {
  const name = view.store.airspaces.find((a) => a.id === c.airspaceId)?.name ?? c.airspaceId;
  const inside = c.inside >= 0.5;
  return h("div", { class: "crossing", "data-key": c.airspaceId },
    h("h3", {}, inside ? `Inside ${name} (${percent(c.inside)})` : `Into ${name}`),
    !inside && h("div", { class: "horizons" }, horizon("5 min", c.within5Min), horizon("10 min", c.within10Min), horizon("20 min", c.within20Min)),
    !inside && h("p", {}, "Entry in ", h("b", {}, countdown(c.etaP50S)), c.etaP10S !== null && c.etaP90S !== null
      && ` (80 % between ${countdown(c.etaP10S)} and ${countdown(c.etaP90S)})`),
    h("p", { class: "muted" }, c.distanceM < 0 ? `${distance(c.distanceM, view.settings.units)} inside the boundary`
      : `${distance(c.distanceM, view.settings.units)} to the boundary`,
      !inside && c.entryLatDeg !== null && c.entryLonDeg !== null
        && ` · entry near ${position(c.entryLatDeg, c.entryLonDeg)} ± ${distance(c.entrySpreadM, view.settings.units)}`),
    h("details", { "data-key": `why-${c.airspaceId}` }, h("summary", {}, "Why"), reasons(c.why)));
}

const horizon = (label: string, p: number): HTMLElement =>
  h("div", { class: `horizon ${p >= 0.5 ? "high" : p >= 0.1 ? "some" : ""}` },
    h("span", { class: "caption" }, label), h("b", {}, percent(p)), h("i", { style: `width:${(p * 100).toFixed(0)}%` }));

function motion(detail: TrackDetail, units: UnitSystem, now: number): HTMLElement {
  return h("dl", {},
    item("Position", position(detail.latDeg, detail.lonDeg)),
    item("Accuracy", `± ${distance(Math.hypot(detail.sigmaEastM, detail.sigmaNorthM), units)} (1σ)`),
    item("Height", detail.heightKnown ? `${detail.heightM !== null && detail.heightM < -5 ? "near the ground, " : ""}${height(detail.heightM, units)} ± ${height(detail.sigmaUpM, units)}`
      : detail.heightM === null ? "not known" : `about ${height(detail.heightM, units)}, not measured`),
    detail.pressureAltitudeM !== null && item("Pressure altitude", height(detail.pressureAltitudeM, units)),
    item("Speed", speed(detail.speedMps, units)),
    item("Heading", `${heading(detail.headingDeg)}${Math.abs(detail.turnRateDegps) >= 0.3 ? `, turning ${detail.turnRateDegps > 0 ? "right" : "left"} ${Math.abs(detail.turnRateDegps).toFixed(1)}°/s` : ""}`),
    item("Climb", climb(detail.climbMps, units)),
    item("Last seen", `${duration((now - Date.parse(detail.lastSeen)) / 1000)} ago`));
}

function identity(detail: TrackDetail): HTMLElement {
  const source = sourceWords[detail.identitySource] ?? detail.identitySource;
  return h("div", {},
    h("p", {}, h("b", { style: `color:${identityColour[detail.identity]}` }, identityWords[detail.identity]), ` by ${source}, since ${utc(Date.parse(detail.identitySince))}Z`),
    reasons(detail.reasons ?? []),
    detail.address !== null || detail.code !== null
      ? h("p", { class: "muted" }, [detail.address && `address ${detail.address}`, detail.code && `code ${detail.code}`].filter(Boolean).join(" · "),
        detail.sensedIndependently ? "" : " · its own claim only, no sensor agrees yet")
      : h("p", { class: "muted" }, "No transponder heard."));
}

/** A drone's own word, marked as such until a sensor has met it. */
function remoteId(claim: UasClaim): HTMLElement {
  return h("div", {},
    h("p", {}, h("b", {}, claim.placeConfirmed ? "Claimed; a sensor has met it" : "Claimed only")),
    h("dl", {},
      item("Says it is", [claim.id || "nameless", claim.secondId].filter(Boolean).join(" / ")),
      claim.description !== null && item("Purpose", claim.description),
      claim.operatorId !== null && item("Operator", claim.operatorId),
      claim.operatorLatDeg !== null && claim.operatorLonDeg !== null && item("Operator at", position(claim.operatorLatDeg, claim.operatorLonDeg))),
    reasons([claim.why]));
}

function classes(detail: TrackDetail): HTMLElement {
  const likely = Object.entries(detail.classes).filter(([, p]) => p >= 0.02).sort((a, b) => b[1] - a[1]).slice(0, 5);
  return h("div", { class: "bars" }, likely.map(([name, p]) =>
    h("div", { class: "bar" }, h("span", {}, classWords[name as ObjectClass] ?? name), h("i", { style: `width:${(p * 45).toFixed(0)}%` }), h("b", {}, percent(p)))));
}

function evidence(detail: TrackDetail, now: number): HTMLElement {
  return h("dl", {},
    item("Exists", percent(detail.existence)),
    item("Sensors", detail.sensors.length > 0 ? detail.sensors.join(", ") : "none in the last minute"),
    item("Plots", String(detail.plots)),
    item("First seen", `${utc(Date.parse(detail.firstSeen))}Z, ${duration((now - Date.parse(detail.firstSeen)) / 1000)} ago`));
}
