import { age, count, localTime, utc } from "../air/format.ts";
import { pictureBanner, readinessWords } from "../air/words.ts";
import { byUrgency, needsAnswer } from "../state/store.ts";
import { pictureNow } from "./console.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

/** Older than this, the picture is said to be old, s. */
export const staleAfterS = 4;

export function topbar(view: Console): Child[] {
  const { status } = view.store;
  const banner = status ? pictureBanner(status) : null;
  return [
    h("div", { class: "brand" }, h("b", {}, "VEDETTE"), h("span", {}, status?.name ?? "no watch yet")),
    banner && h("div", { class: "banner", role: "status" }, banner),
    clock(view),
    h("div", { class: "spacer" }),
    readiness(view),
    counts(view),
    dataAge(view),
    h("button", { class: "watch", "data-do": "operator", title: "Who is on watch (O)" }, h("span", { class: "caption" }, "On watch"), h("b", {}, view.settings.operator || "nobody")),
    h("button", { class: "quiet square", "data-do": "sound", title: "Sound for new alerts (M)", "aria-pressed": view.settings.sound ? "true" : "false" },
      view.settings.sound ? "Sound on" : "Sound off"),
    h("button", { class: "quiet", "data-do": "statement", title: "Statement of the incident (S)" }, "Statement"),
    h("button", { class: "quiet square", "data-do": "help", title: "Keys (?)", "aria-label": "Help and keys" }, "?"),
  ];
}

function clock(view: Console): HTMLElement {
  const now = pictureNow(view);
  const local = view.store.status ? localTime(now, view.store.status.localTimeZone) : null;
  return h("div", { class: "clock", title: "Time of the picture" },
    h("time", { id: "utc" }, utc(now)), h("span", { class: "zone" }, "UTC"), h("span", { class: "local" }, local ?? ""));
}

function readiness(view: Console): Child {
  const state = view.store.readiness;
  if (!state) return null;
  const differs = state.recommended !== state.level;
  const evidence = state.evidence.map((reason) => reason.text).join("\n");
  return h("button", {
    class: `readiness level-${state.level}`, "data-do": "readiness",
    title: `${evidence || "No evidence for a change."}\n\nDecide (V)`,
  },
    h("span", { class: "caption" }, "Readiness"), h("b", {}, readinessWords[state.level]),
    differs && h("span", { class: `advice level-${state.recommended}` }, `recommended: ${readinessWords[state.recommended]}`));
}

function counts(view: Console): HTMLElement {
  const open = byUrgency(view.store.alerts.values());
  const unanswered = open.filter(needsAnswer).length;
  return h("div", { class: "counts" },
    h("span", {}, h("span", { class: "caption" }, "Tracks"), h("b", { id: "track-count" }, [...view.store.tracks.values()].filter((t) => t.status !== "tentative").length)),
    h("span", { class: unanswered > 0 ? "urgent" : "" }, h("span", { class: "caption" }, "Unanswered"),
      h("b", { "aria-label": `${count(unanswered, "unanswered alert")}` }, unanswered)));
}

function dataAge(view: Console): HTMLElement {
  const seconds = view.store.clock.ageS(performance.now());
  const known = Number.isFinite(seconds);
  const stale = !known || !view.store.connected || seconds > staleAfterS;
  return h("div", { class: `age ${stale ? "stale" : ""}`, title: "Time since the server last sent the picture" },
    h("span", { class: "caption" }, "Picture age"), h("b", { id: "data-age" }, known ? age(seconds) : "none"));
}

/** What the browser's tab says: unanswered alerts first. */
export function pageTitle(view: Console): string {
  const unanswered = [...view.store.alerts.values()].filter(needsAnswer).length;
  return `${unanswered > 0 ? `(${unanswered}) ` : ""}${view.store.status?.name ?? "Vedette"}${view.store.connected ? "" : " – connection lost"}`;
}

/** One loud line when what is shown must not be taken for the present. Null when all is well. */
export function trouble(view: Console, nowMs: number): string | null {
  const seconds = view.store.clock.ageS(performance.now());
  if (!view.store.connected) {
    return Number.isFinite(seconds)
      ? `CONNECTION LOST – this picture is ${age(seconds)} old and does not move`
      : "NO CONNECTION – the server has not been reached yet";
  }
  if (seconds > staleAfterS) return `THE SERVER SENDS NO PICTURE – what you see is ${age(seconds)} old`;
  return silentFeeds(view, nowMs);
}

function silentFeeds(view: Console, nowMs: number): string | null {
  const { feeds, status } = view.store;
  if (feeds.length === 0 || status?.mode === "replay" || feeds.some((f) => f.state === "live")) return null;
  const newest = Math.max(...feeds.map((f) => Date.parse(f.lastReceived ?? "")).filter(Number.isFinite));
  if (feeds.every((f) => f.state === "ended")) return "ALL FEEDS HAVE ENDED – nothing new arrives";
  return Number.isFinite(newest) ? `NO SENSOR DATA for ${age((nowMs - newest) / 1000)} – tracks are carried on by prediction` : "NO SENSOR DATA YET";
}
