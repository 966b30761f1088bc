import { acknowledge, askStatement, changePlayback, close, decideIdentity, decideReadiness, escalate, RequestFailed } from "../api/rest.ts";
import type { Alert, CommandResult, ObjectClass, Playback } from "../api/types.ts";
import { band } from "../air/format.ts";
import { classWords } from "../air/words.ts";
import { saveSettings, next } from "../state/settings.ts";
import { byUrgency, needsAnswer } from "../state/store.ts";
import { pictureNow } from "./console.ts";
import type { Console, Tab } from "./console.ts";
import { askIdentity, askReadiness, showStatement } from "./decisions.ts";
import { askOperator, askWhy, notify } from "./dialogs.ts";
import { showHelp } from "./help.ts";
import { nextSpeed, skipMinutes } from "./playback.ts";
import type { SortKey } from "./tracks.ts";

/** What the actions need from the page: to be shown again, and to move the map. */
export interface Stage {
  refresh(): void;
  selectTrack(n: number | null): void;
  goTo(latDeg: number, lonDeg: number): void;
  zoomBy(levels: number): void;
  overview(): void;
  focusFilter(): void;
  scrollToAlert(n: number): void;
}

/** Everything a click or a key can ask for, by name. The argument is the data-arg of what was clicked. */
export function actionsOf(view: Console, stage: Stage): Record<string, (argument: string) => void> {
  const alertOf = (argument: string): Alert | null => chosenAlert(view, argument);
  const preference = (change: () => string) => () => {
    const text = change();
    saveSettings(localStorage, view.settings);
    stage.refresh();
    notify(text);
  };
  const openTab = (tab: Tab) => () => {
    view.tab = tab;
    stage.refresh();
  };
  const { settings } = view;
  return {
    acknowledge: (n) => void answer(view, stage, alertOf(n), "acknowledged", (a, by) => acknowledge(a.number, by)),
    escalate: (n) => void answerWithReason(view, stage, alertOf(n), "Escalate", ["Needs the shift lead", "More than one object", "Near a populated place"], escalate),
    closeAlert: (n) => void answerWithReason(view, stage, alertOf(n), "Close", ["Turned away", "Identified as friendly", "False track", "Handed over"], close),
    selectAlert: (n) => selectAlert(view, stage, Number(n)),
    nextAlert: () => stepAlert(view, stage, 1),
    previousAlert: () => stepAlert(view, stage, -1),
    goTo: () => (view.tab === "track" && view.selectedTrack !== null ? goToTrack(view, stage, view.selectedTrack) : goToAlert(view, stage, alertOf(""))),
    goToAlert: (n) => goToAlert(view, stage, alertOf(n)),
    goToTrack: (n) => goToTrack(view, stage, Number(n)),
    selectTrack: (n) => {
      stage.selectTrack(Number(n));
      goToTrack(view, stage, Number(n));
    },
    goToPlace: (place) => {
      const [latDeg, lonDeg] = place.split(",").map(Number) as [number, number];
      stage.goTo(latDeg, lonDeg);
    },
    pause: () => void play(view, (playback) => ({ paused: !playback.paused })),
    slower: () => void play(view, ({ speed }) => (speed === null ? {} : { speed: nextSpeed(speed, false) })),
    faster: () => void play(view, ({ speed }) => (speed === null ? {} : { speed: nextSpeed(speed, true) })),
    skip: () => void play(view, () => ({ skipTo: new Date(pictureNow(view) + skipMinutes * 60_000).toISOString() })),
    tracks: openTab("tracks"),
    track: openTab("track"),
    coverage: openTab("coverage"),
    sensors: openTab("sensors"),
    warnings: openTab("warnings"),
    filter: () => {
      view.tab = "tracks";
      stage.refresh();
      stage.focusFilter();
    },
    sort: (key) => {
      view.sortDescending = view.sort === key ? !view.sortDescending : false;
      view.sort = key as SortKey;
      stage.refresh();
    },
    leave: () => stage.selectTrack(null),
    follow: () => {
      view.follow = view.selectedTrack !== null && !view.follow;
      stage.refresh();
    },
    zoomIn: () => stage.zoomBy(1),
    zoomOut: () => stage.zoomBy(-1),
    overview: () => stage.overview(),
    labels: preference(() => `Labels: ${(settings.labels = next(["attention", "all", "off"] as const, settings.labels))}`),
    trails: preference(() => `Trails: ${(settings.trails = next(["all", "attention", "off"] as const, settings.trails))}`),
    trailColour: preference(() => `Trails are coloured by ${(settings.trailColour = next(["identity", "height"] as const, settings.trailColour))}`),
    rings: preference(() => `Range rings ${(settings.rings = !settings.rings) ? "on" : "off"}`),
    coverageHeight: preference(() => {
      settings.coverageM = next([0, ...view.store.coverage.heightsM], settings.coverageM);
      return settings.coverageM === 0 ? "Coverage off" : `Coverage of a ${classWords[settings.coverageClass].toLowerCase()} at ${band(settings.coverageM)} above ground`;
    }),
    coverageOf: (of) => {
      const [objectClass, heightM] = of.split("@");
      settings.coverageClass = objectClass as ObjectClass;
      settings.coverageM = Number(heightM);
      saveSettings(localStorage, settings);
      stage.refresh();
    },
    leader: preference(() => `Leaders: ${(settings.leaderMinutes = next([1, 3, 5, 0] as const, settings.leaderMinutes)) || "off"}${settings.leaderMinutes ? " min" : ""}`),
    routine: preference(() => `Routine traffic ${(settings.routine = !settings.routine) ? "shown" : "hidden"}`),
    tentative: preference(() => `Tentative tracks ${(settings.tentative = !settings.tentative) ? "shown" : "hidden"}`),
    units: preference(() => `Units: ${(settings.units = next(["metric", "aviation"] as const, settings.units))}`),
    filterMap: preference(() => `The filter rules ${(settings.filterMap = !settings.filterMap) ? "the map too; what has an alert stays" : "the table only"}`),
    sound: preference(() => `Sound for new alerts ${(settings.sound = !settings.sound) ? "on" : "off"}`),
    operator: () => void nameOperator(view, stage),
    readiness: () => void readiness(view, stage),
    identity: () => void identity(view, stage),
    statement: () => void statement(view, stage),
    help: () => void showHelp(),
  };
}

/** The alert named, else the selected one, else the most urgent. */
function chosenAlert(view: Console, argument: string): Alert | null {
  const named = argument === "" ? view.selectedAlert : Number(argument);
  const alert = named === null ? undefined : view.store.alerts.get(named);
  return alert && alert.state !== "closed" ? alert : (byUrgency(view.store.alerts.values())[0] ?? null);
}

function selectAlert(view: Console, stage: Stage, n: number): void {
  const alert = view.store.alerts.get(n);
  if (!alert) return;
  view.selectedAlert = n;
  stage.selectTrack(alert.trackN);
  stage.scrollToAlert(n);
}

function stepAlert(view: Console, stage: Stage, step: number): void {
  const open = byUrgency(view.store.alerts.values());
  if (open.length === 0) return;
  const at = open.findIndex((a) => a.n === view.selectedAlert);
  const current = open[at];
  // Once answered, the selected alert has sunk below the others: onward means up again, to what still waits.
  if (step > 0 && current && !needsAnswer(current) && needsAnswer(open[0] as Alert)) return selectAlert(view, stage, (open[0] as Alert).n);
  const to = at < 0 ? (step > 0 ? 0 : open.length - 1) : Math.max(0, Math.min(open.length - 1, at + step));
  selectAlert(view, stage, (open[to] as Alert).n);
}

function goToAlert(view: Console, stage: Stage, alert: Alert | null): void {
  if (!alert) return;
  selectAlert(view, stage, alert.n);
  const area = view.store.search.find((a) => a.alert === alert.number);
  if (view.store.tracks.has(alert.trackN)) goToTrack(view, stage, alert.trackN);
  else if (area) stage.goTo(area.lastLatDeg, area.lastLonDeg);
  else if (alert.entryLatDeg !== null && alert.entryLonDeg !== null) stage.goTo(alert.entryLatDeg, alert.entryLonDeg);
}

function goToTrack(view: Console, stage: Stage, n: number): void {
  const track = view.store.tracks.get(n) ?? (view.detail?.n === n ? view.detail : undefined);
  if (track) stage.goTo(track.latDeg, track.lonDeg);
}

type Answer = (alert: Alert, by: string) => Promise<CommandResult>;

async function answer(view: Console, stage: Stage, alert: Alert | null, done: string, send: Answer): Promise<void> {
  if (!alert) return notify("There is no open alert.");
  if (view.busy.has(alert.number)) return;
  if (done === "acknowledged" && alert.state === "acknowledged") return notify(`${alert.number} is acknowledged already.`);
  const by = await onWatch(view, stage);
  if (by === null) return;
  view.busy.add(alert.number);
  view.selectedAlert ??= alert.n;
  stage.refresh();
  await attempt(async () => report(await send(alert, by), `${alert.number} ${done}.`));
  view.busy.delete(alert.number);
  stage.refresh();
}

async function answerWithReason(view: Console, stage: Stage, alert: Alert | null, verb: "Escalate" | "Close", suggestions: string[],
  send: (alert: string, by: string, why: string) => Promise<CommandResult>): Promise<void> {
  if (!alert) return notify("There is no open alert.");
  const why = await askWhy(`${verb} ${alert.number}`, `${alert.track}${alert.airspaceName ? `, ${alert.airspaceName}` : ""}. Why?`, verb, suggestions);
  if (why !== null) await answer(view, stage, alert, verb === "Close" ? "closed" : "escalated", (a, by) => send(a.number, by, why));
}

/** Changes how a recording passes. A live watch has nothing to be asked. */
async function play(view: Console, change: (playback: Playback) => Parameters<typeof changePlayback>[0]): Promise<void> {
  const playback = view.store.status?.playback;
  if (!playback) return notify("The watch is live: its time passes by itself.");
  await attempt(async () => {
    const result = await changePlayback(change(playback));
    if (!result.accepted) notify(result.message, true);
  });
}

async function readiness(view: Console, stage: Stage): Promise<void> {
  if (!view.store.readiness) return;
  const by = await onWatch(view, stage);
  if (by === null) return;
  const decision = await askReadiness(view.store.readiness);
  if (decision) await attempt(async () => report(await decideReadiness(decision.level, by, decision.why), "The level is in force."));
}

async function identity(view: Console, stage: Stage): Promise<void> {
  const { detail } = view;
  if (!detail || detail.n !== view.selectedTrack) return notify("Select a track first.");
  const by = await onWatch(view, stage);
  if (by === null) return;
  const decision = await askIdentity(detail);
  if (decision)
    await attempt(async () => report(await decideIdentity(detail.number, decision.identity, by, decision.why), "The identity is decided."));
}

async function statement(view: Console, stage: Stage): Promise<void> {
  const by = await onWatch(view, stage);
  if (by === null) return;
  notify("Drawing up the statement …");
  await attempt(async () => showStatement(await askStatement(by)));
}

/** Who decides: asked before the first decision, so that whoever only looks is asked nothing. */
async function onWatch(view: Console, stage: Stage): Promise<string | null> {
  if (!view.settings.operator) await nameOperator(view, stage);
  return view.settings.operator || null;
}

async function nameOperator(view: Console, stage: Stage): Promise<void> {
  const name = await askOperator(view.settings.operator);
  if (name === null) return;
  view.settings.operator = name;
  saveSettings(localStorage, view.settings);
  stage.refresh();
}

function report(result: CommandResult, done: string): void {
  if (result.accepted) notify(done);
  else notify(result.message || "The server refused.", true);
}

async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    notify(error instanceof RequestFailed ? error.message : "Something went wrong in this page; nothing was sent.", true);
  }
}
