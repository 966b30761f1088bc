import { countdown, percent, utc } from "../air/format.ts";
import { identityColour } from "../air/symbols.ts";
import { alertKindWords, alertStateWords, classWords, identityWords } from "../air/words.ts";
import { warningAddress } from "../api/rest.ts";
import type { Alert } from "../api/types.ts";
import { symbolImage } from "../map/atlas.ts";
import { byUrgency } from "../state/store.ts";
import type { ShownTrack } from "../state/store.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

export function alertPanel(view: Console): Child[] {
  const open = byUrgency(view.store.alerts.values());
  const closed = [...view.store.alerts.values()].filter((a) => a.state === "closed").length;
  const unanswered = open.filter((a) => a.state === "raised").length;
  return [
    h("header", { class: "panel-head" },
      h("h2", {}, "Alerts"),
      h("span", { class: "tally" }, `${open.length} open${unanswered > 0 ? `, ${unanswered} unanswered` : ""}${closed > 0 ? `, ${closed} closed` : ""}`)),
    open.length === 0
      ? h("p", { class: "calm", "data-key": "calm" }, "No open alerts.")
      : h("ol", { class: "alerts", "data-key": "list", "aria-label": "Open alerts, most urgent first" }, open.map((alert) => card(view, alert))),
  ];
}

function card(view: Console, alert: Alert): HTMLElement {
  const track = view.store.tracks.get(alert.trackN);
  const selected = view.selectedAlert === alert.n;
  return h("li", {
    class: `alert ${alert.state} ${alert.kind} ${selected ? "selected" : ""}`, "data-key": alert.number, "data-alert": alert.number,
    "data-state": alert.state, "data-do": "selectAlert", "data-arg": alert.n, tabindex: selected ? 0 : -1,
    "aria-current": selected ? "true" : null,
  },
    h("div", { class: "alert-line" },
      h("span", { class: "kind" }, alertKindWords[alert.kind]),
      h("span", { class: "state" }, alertStateWords[alert.state]),
      h("span", { class: "number" }, alert.number)),
    h("div", { class: "alert-what" }, ...what(alert, track)),
    h("p", { class: "forecast" }, ...forecast(alert, track)),
    reasons(alert, selected),
    h("div", { class: "alert-foot" }, h("span", {}, footnote(alert)), alert.hasWarning && warningLink(alert)),
    selected && buttons(view, alert));
}

function what(alert: Alert, track: ShownTrack | undefined): Child[] {
  if (!track) return [h("b", {}, alert.track), h("span", { class: "muted" }, "no longer in the picture")];
  return [
    symbol(track),
    h("b", {}, track.callsign ? `${track.callsign} (${alert.track})` : alert.track),
    h("span", { style: `color:${identityColour[track.identity]}` }, identityWords[track.identity]),
    h("span", { class: "muted" }, classWords[track.objectClass]),
  ];
}

const images = new Map<string, string>();

function symbol(track: ShownTrack): HTMLElement {
  const key = `${track.identity}/${track.objectClass}`;
  let address = images.get(key);
  if (!address) images.set(key, (address = symbolImage(track.identity, track.objectClass, 13)));
  return h("img", { src: address, alt: "", class: "symbol" });
}

function forecast(alert: Alert, track: ShownTrack | undefined): Child[] {
  const where = alert.airspaceName || "the protected airspace";
  if (alert.kind === "lostTrack") return ["Last known heading for ", h("b", {}, where)];
  if (alert.kind === "emergencyCode") return ["Squawks ", h("b", {}, track?.code ?? "an emergency code")];
  const probability = h("b", { class: "probability" }, percent(alert.probability));
  if (alert.kind === "violation") return [probability, " inside ", h("b", {}, where)];
  const eta = track?.etaS ?? alert.etaS;
  return [probability, " into ", h("b", {}, where), ...(eta === null ? [] : [" in\u00a0", h("b", { class: "eta" }, countdown(eta))])];
}

function reasons(alert: Alert, all: boolean): HTMLElement {
  const shown = all ? alert.reasons.slice(0, 6) : alert.reasons.slice(0, 1);
  return h("ul", { class: "reasons" }, shown.map((reason) => h("li", {}, reason.text,
    all && reason.entry > 0 && h("span", { class: "entry", title: "Journal entry it rests on" }, ` #${reason.entry}`))));
}

function footnote(alert: Alert): string {
  const raised = `raised ${utc(Date.parse(alert.raisedAt))}Z`;
  const answer = alert.state === "raised" ? "" : ` · ${alertStateWords[alert.state].toLowerCase()} ${utc(Date.parse(alert.changedAt))}Z by ${alert.changedBy}`;
  const reminders = alert.reminders > 0 ? ` · reminded ${alert.reminders}×` : "";
  return raised + answer + reminders;
}

const warningLink = (alert: Alert): HTMLElement =>
  h("a", { href: warningAddress(alert.number), target: "_blank", rel: "noopener", title: "CAP 1.2 draft; a person decides whether it is sent" }, "Warning draft");

function buttons(view: Console, alert: Alert): HTMLElement {
  const waiting = view.busy.has(alert.number);
  const button = (action: string, key: string, text: string, offered = true) => offered && h("button", {
    "data-do": action, "data-arg": alert.n, disabled: waiting, "aria-keyshortcuts": key,
  }, text, h("kbd", {}, key));
  return h("div", { class: "buttons" },
    button("acknowledge", "A", "Acknowledge", alert.state === "raised"),
    button("escalate", "E", "Escalate", alert.state !== "escalated"),
    button("closeAlert", "C", "Close"),
    button("goToAlert", "G", "Go to"));
}
