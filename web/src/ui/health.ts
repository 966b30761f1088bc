import { count, distance, duration, grouped } from "../air/format.ts";
import { feedStateWords, sensorKindWords } from "../air/words.ts";
import type { Feed, Sensor, SensorAlignment, SensorQuality } from "../api/types.ts";
import { pictureNow } from "./console.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";
import { integrityPanel } from "./integrity.ts";
import { qualityPanel } from "./quality.ts";
import { reasons } from "./reasons.ts";

/** Above this many sensors of one kind they are shown as one line: acoustic posts come in hundreds. */
const manyOfAKind = 20;

export function healthPanel(view: Console): Child[] {
  const now = pictureNow(view);
  const { feeds, sensors, status } = view.store;
  return [
    h("h3", {}, `Feeds (${feeds.length})`),
    feeds.length === 0 ? h("p", { class: "calm" }, "No feed is configured.") : h("ul", { class: "health" }, feeds.map((f) => feedLine(f, now))),
    ...qualityPanel(view.store.pictureQuality),
    ...integrityPanel(view),
    h("h3", {}, `Sensors (${sensors.length})`),
    h("ul", { class: "health" }, sensorLines(view, sensors, now)),
    status && h("h3", {}, "Server"),
    status && h("p", { class: "muted" }, `Vedette ${status.version} · ${grouped(status.applied)} entries applied`,
      status.journal ? ` · journal ${status.journal}` : " · no journal is kept", ` · digest ${status.digest.slice(0, 16)}`),
  ];
}

function feedLine(feed: Feed, now: number): HTMLElement {
  const heard = Date.parse(feed.lastReceived ?? "");
  return h("li", { class: feed.state, "data-key": feed.name },
    h("div", { class: "health-head" }, h("b", {}, feed.name), h("span", { class: "state" }, feedStateWords[feed.state] ?? feed.state)),
    h("p", { class: "muted" }, `${feed.format} · ${count(feed.records, "record")} · ${count(feed.plots, "plot")}`,
      Number.isFinite(heard) ? ` · heard ${duration((now - heard) / 1000)} ago` : " · nothing heard yet"),
    feed.detail && h("p", { class: "muted" }, feed.detail),
    feed.refused > 0 && h("p", { class: "refused" }, `${grouped(feed.refused)} refused${feed.lastRefusal ? `: ${feed.lastRefusal}` : ""}`));
}

function sensorLines(view: Console, sensors: Sensor[], now: number): HTMLElement[] {
  const kinds = new Map<string, Sensor[]>();
  for (const sensor of sensors) kinds.set(sensor.kind, [...(kinds.get(sensor.kind) ?? []), sensor]);
  return [...kinds].flatMap(([kind, members]) =>
    members.length > manyOfAKind ? [kindLine(kind, members, now)] : members.map((s) => sensorLine(view, s, now)));
}

function kindLine(kind: string, members: Sensor[], now: number): HTMLElement {
  const degraded = members.filter((s) => s.degraded).length;
  const heard = Math.max(...members.map((s) => Date.parse(s.lastPlot ?? s.lastMessage ?? "")).filter(Number.isFinite));
  return h("li", { class: degraded > 0 ? "silent" : "live", "data-key": `kind-${kind}` },
    h("div", { class: "health-head" }, h("b", {}, `${grouped(members.length)} × ${kindName(kind)}`),
      h("span", { class: "state" }, degraded > 0 ? `${degraded} degraded` : "In order")),
    h("p", { class: "muted" }, count(members.reduce((sum, s) => sum + s.plots, 0), "plot"),
      Number.isFinite(heard) ? ` · newest ${duration((now - heard) / 1000)} ago` : " · nothing heard yet"));
}

function sensorLine(view: Console, sensor: Sensor, now: number): HTMLElement {
  const heard = Date.parse(sensor.lastMessage ?? sensor.lastPlot ?? "");
  const never = !Number.isFinite(heard);
  const why = [...sensor.quality?.why ?? [], ...sensor.alignment?.why ?? []];
  return h("li", { class: sensor.degraded ? "silent" : never ? "connecting" : "live", "data-key": `sensor-${sensor.id}` },
    h("div", { class: "health-head" }, h("b", {}, sensor.name),
      h("span", { class: "state" }, sensor.degraded ? "Degraded" : never ? "Not heard yet" : "In order")),
    h("p", { class: "muted" }, [kindName(sensor.kind), sensor.source && `SAC/SIC ${sensor.source}`, sensor.rotationS !== null && `${sensor.rotationS.toFixed(1)} s a turn`,
      sensor.maxRangeM !== null && `to ${distance(sensor.maxRangeM, view.settings.units)}`].filter(Boolean).join(" · ")),
    h("p", { class: "muted" }, count(sensor.plots, "plot"), never ? "" : ` · heard ${duration((now - heard) / 1000)} ago`,
      sensor.latDeg === null && needsPlace.test(sensor.kind) && " · place not known: its plots cannot be used"),
    sensor.quality && h("p", { class: "muted", title: "Its plots against the smoothed tracks that they belong to, over the last minutes" }, qualityText(sensor.quality)),
    sensor.alignment && h("p", { class: "muted", title: "Found from aircraft that report themselves and from targets that other radars see as well" }, alignmentText(sensor.alignment)),
    sensor.alignment?.jump && h("p", { class: "refused" }, `Its alignment has jumped: ${sensor.alignment.jump}`),
    why.length > 0 && h("details", { "data-key": `why-sensor-${sensor.id}` }, h("summary", {}, "Why"), reasons(why)));
}

/** With its sign; what rounds to nought has a plus. */
const signed = (value: number, digits: number): string => `${Number(value.toFixed(digits)) < 0 ? "−" : "+"}${Math.abs(value).toFixed(digits)}`;

/** Words for what a radar gets wrong. */
export function alignmentText(a: SensorAlignment): string {
  return [
    `corrected for ${signed(a.rangeM, 0)} m ± ${a.rangeSigmaM.toFixed(0)} m`,
    // A gain within what is not known of it would only be read as one.
    Math.abs(a.gainMPer100Km) > 3 * a.gainSigmaMPer100Km && `${signed(a.gainMPer100Km, 0)} m ± ${a.gainSigmaMPer100Km.toFixed(0)} m per 100 km`,
    `${signed(a.azimuthDeg, 3)}° ± ${a.azimuthSigmaDeg.toFixed(3)}°`,
    a.elevationDeg !== null && a.elevationSigmaDeg !== null && `elevation ${signed(a.elevationDeg, 2)}° ± ${a.elevationSigmaDeg.toFixed(2)}°`,
    `${signed(1000 * a.timeS, 0)} ms ± ${(1000 * a.timeSigmaS).toFixed(0)} ms`,
  ].filter(Boolean).join(", ");
}

/** Words for how a sensor does: what it sees of what it should, and how far off. */
export function qualityText(q: SensorQuality): string {
  return [
    q.updateProbability !== null && q.expectedUpdates !== null
      && `sees ${(100 * q.updateProbability).toFixed(0)} % of looks, ${(100 * q.expectedUpdates).toFixed(0)} % expected`,
    q.rangeMeanM !== null && q.rangeSigmaM !== null && `range ${signed(q.rangeMeanM, 0)} m ± ${q.rangeSigmaM.toFixed(0)} m`,
    q.azimuthMeanDeg !== null && q.azimuthSigmaDeg !== null && `azimuth ${signed(q.azimuthMeanDeg, 2)}° ± ${q.azimuthSigmaDeg.toFixed(2)}°`,
  ].filter(Boolean).join(" · ");
}

/** What these measure begins at the sensor; the others report positions. */
const needsPlace = /^(radar2D|radar3D|dopplerRadar|acoustic|spotter)$/i;

const kindName = (kind: string): string => {
  const camel = kind.charAt(0).toLowerCase() + kind.slice(1);
  return sensorKindWords[camel] ?? kind;
};
