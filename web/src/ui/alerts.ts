import { areaText, countdown, duration, percent, utc } from "../air/format.ts";
import { identityColour } from "../air/symbols.ts";
import { alertKindWords, alertStateWords, classWords, identityWords } from "../air/words.ts";
import { warningAddress } from "../api/rest.ts";
import type { Alert, Reason, SearchArea } from "../api/types.ts";
import { symbolImage } from "../map/atlas.ts";
import { byUrgency, needsAnswer } from "../state/store.ts";
import type { ShownTrack } from "../state/store.ts";
import { pictureNow } from "./console.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

/** More cards than a person can read are not drawn; the selected one always is. */
const mostCards = 60;

export function alertPanel(view: Console): Child[] {
  const open = byUrgency(view.store.alerts.values());
  const closed = [...view.store.alerts.values()].filter((a) => a.state === "closed").sort((a, b) => b.n - a.n);
  const unanswered = open.filter(needsAnswer).length;
  const shown = open.filter((a, i) => i < mostCards || a.n === view.selectedAlert);
  const groups = alertGroups(shown);
  return [
    h("header", { class: "panel-head" },
      h("h2", {}, "Alerts"),
      h("span", { class: "tally" }, `${open.length} open${unanswered > 0 ? `, ${unanswered} unanswered` : ""}`)),
    open.length === 0
      ? h("p", { class: "calm", "data-key": "calm" }, "No open alerts.")
      : h("ol", { class: "alerts", "data-key": "list", "aria-label": "Open alerts, most urgent first" },
        groups.flatMap(({ title, members }): HTMLElement[] => [
          ...(title === null ? [] : [h("li", { class: "group", "data-key": title }, `${title} (${members.length})`)]),
          ...members.map((alert) => card(view, alert)),
        ])),
    open.length > shown.length && h("p", { class: "calm", "data-key": "more" }, `… and ${open.length - shown.length} less urgent ones`),
    closed.length > 0 && closedAlerts(closed),
  ];
}

interface Group { title: string | null; members: Alert[] }

/** As they come by urgency, cut where another kind of attention begins. */
function alertGroups(open: Alert[]): Group[] {
  const waiting = open.filter((a) => needsAnswer(a) && a.kind !== "lostTrack");
  const lost = open.filter((a) => needsAnswer(a) && a.kind === "lostTrack");
  const taken = open.filter((a) => !needsAnswer(a));
  const all: Group[] = [{ title: null, members: waiting }, { title: "Lost, not explained", members: lost }, { title: "Taken up", members: taken }];
  return all.filter((group) => group.members.length > 0);
}

function card(view: Console, alert: Alert): HTMLElement {
  const selected = view.selectedAlert === alert.n;
  return alert.kind === "lostTrack" && !selected ? lostLine(view, alert) : fullCard(view, alert, selected);
}

/** A lost track asks for thought, not for haste: one line until it is chosen. */
function lostLine(view: Console, alert: Alert): HTMLElement {
  const area = view.store.search.find((a) => a.alert === alert.number);
  return h("li", { ...cardAttributes(alert, false), class: `alert line ${needsAnswer(alert) ? "unanswered" : alert.state}`, title: factsOf(alert)[0]?.text ?? "" },
    h("div", { class: "alert-line" },
      h("span", { class: "kind" }, "Lost"),
      h("b", {}, view.store.tracks.get(alert.trackN)?.callsign ?? alert.track),
      h("span", { class: "where" }, area ? `within ${areaText(area.areaKm2)}` : alert.airspaceName),
      h("span", { class: "number", title: "When it was raised" }, `${utc(Date.parse(alert.raisedAt)).slice(0, 5)}Z`)));
}

const cardAttributes = (alert: Alert, selected: boolean) => ({
  "data-key": alert.number, "data-alert": alert.number, "data-state": alert.state, "data-do": "selectAlert", "data-arg": alert.n, tabindex: selected ? 0 : -1,
  "aria-current": selected ? "true" : null,
});

function fullCard(view: Console, alert: Alert, selected: boolean): HTMLElement {
  const track = view.store.tracks.get(alert.trackN);
  const area = view.store.search.find((a) => a.alert === alert.number);
  return h("li", { ...cardAttributes(alert, selected), class: `alert ${needsAnswer(alert) ? "unanswered" : alert.state} ${selected ? "selected" : ""}` },
    h("div", { class: "alert-line" },
      h("span", { class: "kind" }, alertKindWords[alert.kind]),
      h("span", { class: "where", title: alert.airspaceName }, alert.airspaceName),
      h("span", { class: "state" }, alertStateWords[alert.state])),
    h("div", { class: "alert-line" }, h("div", { class: "alert-what" }, ...what(alert, track)), h("span", { class: "number" }, alert.number)),
    h("div", { class: "alert-line" }, forecast(alert, track, area, pictureNow(view)), h("span", { class: "number", title: "When it was raised" }, `${utc(Date.parse(alert.raisedAt))}Z`)),
    selected && area && searchWhy(area),
    reasons(alert, selected),
    footnote(alert),
    selected && buttons(view, alert));
}

function what(alert: Alert, track: ShownTrack | undefined): Child[] {
  if (!track) return [h("b", {}, alert.track), alert.kind !== "lostTrack" && h("span", { class: "muted" }, "no longer in the picture")];
  return [
    symbol(track),
    h("b", {}, track.callsign ? `${track.callsign} (${alert.track})` : alert.track),
    h("span", { style: `color:${identityColour[track.identity]}` }, identityWords[track.identity]),
    h("span", { class: "muted" }, classWords[track.objectClass]),
  ];
}

const symbol = (track: ShownTrack): HTMLElement =>
  h("img", { src: symbolImage(track.identity, track.objectClass, 13), alt: "", class: "symbol" });

/** Figures large: what a glance must catch. */
function forecast(alert: Alert, track: ShownTrack | undefined, area: SearchArea | undefined, now: number): HTMLElement {
  const line = (...parts: Child[]) => h("p", { class: "forecast" }, ...parts);
  if (alert.kind === "emergencyCode") return line("squawks", h("b", {}, track?.code ?? "an emergency code"));
  if (alert.kind === "lostTrack") return area ? line("search", h("b", {}, areaText(area.areaKm2)), `last seen ${duration((now - Date.parse(area.lastSeen)) / 1000)} ago`) : line("not found again");
  const probability = h("b", {}, percent(alert.probability));
  // It stays open for a while after the track has left, in case it comes back.
  if (alert.kind === "violation") return alert.probability < 0.5 ? line("has probably left:", probability, "that it is inside") : line(probability, "sure that it is inside");
  const eta = track?.etaS ?? alert.etaS;
  return line(probability, eta !== null && "in", eta !== null && h("b", { class: "eta" }, countdown(eta)));
}

/** That nobody answered is said by the state and in the foot; the reasons are for what is the matter. */
const waitingWords = /^(Reminder|Escalated (by itself|and still))/;

const factsOf = (alert: Alert): Reason[] => alert.reasons.filter((reason) => !waitingWords.test(reason.text));

function reasons(alert: Alert, all: boolean): HTMLElement {
  const shown = factsOf(alert).slice(0, all ? 6 : 1);
  return h("ul", { class: "reasons" }, shown.map((reason) => h("li", {}, reason.text,
    all && reason.entry > 0 && h("span", { class: "entry", title: "Journal entry it rests on" }, ` #${reason.entry}`))));
}

/** Where a lost object may be by now, and why there. */
const searchWhy = (area: SearchArea): HTMLElement => h("ul", { class: "reasons" }, area.why.map((reason) => h("li", {}, reason.text,
  reason.entry > 0 && h("span", { class: "entry", title: "Journal entry it rests on" }, ` #${reason.entry}`))));

/** Who answered and when, or how often an answer was asked for; nothing while it is fresh. */
function footnote(alert: Alert): Child {
  const answer = alert.state === "raised" ? "" : `${alertStateWords[alert.state]} by ${alert.changedBy}`;
  const reminders = alert.reminders > 0 ? `answer asked for ${alert.reminders}×` : "";
  const text = [answer, reminders].filter(Boolean).join(" · ");
  return text && h("p", { class: "alert-foot" }, text);
}

const warningLink = (alert: Alert): HTMLElement =>
  h("a", { href: warningAddress(alert.number), target: "_blank", rel: "noopener", title: "CAP 1.2 draft; a person decides whether it is sent" }, "Warning draft");

function buttons(view: Console, alert: Alert): HTMLElement {
  const waiting = view.busy.has(alert.number);
  const button = (action: string, key: string, text: string, offered = true) => offered && h("button", {
    "data-do": action, "data-arg": alert.n, disabled: waiting, "aria-keyshortcuts": key,
  }, text, h("kbd", {}, key));
  return h("div", { class: "buttons" },
    button("acknowledge", "A", "Acknowledge", alert.state !== "acknowledged"),
    button("escalate", "E", "Escalate", alert.state !== "escalated"),
    button("closeAlert", "C", "Close"),
    button("goToAlert", "G", "Go to"),
    alert.hasWarning && warningLink(alert));
}

/** The newest fifty closed ones, folded away. */
function closedAlerts(closed: Alert[]): HTMLElement {
  return h("details", { class: "closed", "data-key": "closed" }, h("summary", {}, `Closed (${closed.length})`),
    h("ul", {}, closed.slice(0, 50).map((alert) => h("li", { "data-key": alert.number },
      h("span", {}, `${alert.number} · ${alert.track} · ${utc(Date.parse(alert.changedAt))}Z by ${alert.changedBy}`),
      h("span", { class: "muted" }, alert.reasons[0]?.text ?? "")))));
}
