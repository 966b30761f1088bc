import "./style.css";
import "./panels.css";
import { percent, position } from "./air/format.ts";
import { alertKindWords } from "./air/words.ts";
import { LiveLink } from "./api/live.ts";
import { trackNumber } from "./api/picture.ts";
import { getTrack, RequestFailed } from "./api/rest.ts";
import type { Alert, LiveMessage } from "./api/types.ts";
import { CoverageLayer } from "./map/coverage.ts";
import { DrawLoop } from "./map/loop.ts";
import { BaseMap } from "./map/map.ts";
import { action, watched } from "./map/scene.ts";
import { SearchLayer } from "./map/search.ts";
import { readView, writeView } from "./state/location.ts";
import { loadSettings } from "./state/settings.ts";
import { shownAt } from "./state/shown.ts";
import { apply, emptyStore, needsAnswer, newestDrafts } from "./state/store.ts";
import type { Topic } from "./state/store.ts";
import { actionsOf } from "./ui/actions.ts";
import type { Stage } from "./ui/actions.ts";
import { alertPanel } from "./ui/alerts.ts";
import { allClearPanel } from "./ui/allclear.ts";
import { pictureNow } from "./ui/console.ts";
import type { Console } from "./ui/console.ts";
import { trackPanel } from "./ui/detail.ts";
import { notify } from "./ui/dialogs.ts";
import { byId, show } from "./ui/dom.ts";
import { healthPanel } from "./ui/health.ts";
import { actionFor, isPress, isTyping } from "./ui/keyboard.ts";
import { playbackBar } from "./ui/playback.ts";
import { chime } from "./ui/sound.ts";
import { tabs, tools } from "./ui/tools.ts";
import { pageTitle, topbar, trouble } from "./ui/topbar.ts";
import { trackTable } from "./ui/tracks.ts";
import { warningPanel } from "./ui/warnings.ts";

const overviewOfNothing = { zoom: 5.6, latDeg: 51, lonDeg: 23, track: null };
const detailEveryMs = 1_500;

const startView = readView(location.hash);
const view: Console = {
  store: emptyStore(),
  settings: loadSettings(localStorage),
  tab: startView?.track ? "track" : "tracks",
  selectedTrack: startView?.track ?? null,
  selectedAlert: null,
  follow: false,
  detail: null,
  detailProblem: null,
  filter: "",
  sort: "attention",
  sortDescending: false,
  busy: new Set(),
};

const base = new BaseMap(byId("map"), startView ?? overviewOfNothing);
const loop = new DrawLoop(base, view, byId("map"));
const coverageLayer = new CoverageLayer(base);
const searchLayer = new SearchLayer(base);
const body = byId("side-body");
const filter = byId("filter") as HTMLInputElement;

/** The view is the program's own until a person moves it: then it follows what happens for a while after the start. */
let ownView = startView === null;
const framesAtMs = [0, 4_000, 12_000, 30_000];
let firstPictureAtMs = Number.NaN;
let framesDone = 0;

const panels = { track: trackPanel, coverage: allClearPanel, sensors: healthPanel, warnings: warningPanel };

function showSide(): void {
  byId("side").dataset["tab"] = view.tab;
  show(byId("tabs"), tabs(view));
  show(body, view.tab === "tracks" ? trackTable(view, { top: Math.max(0, body.scrollTop - 60), heightPx: body.clientHeight }) : panels[view.tab](view));
}

function showTop(): void {
  show(byId("topbar"), topbar(view));
  show(byId("playback"), playbackBar(view));
  document.title = pageTitle(view);
  const text = trouble(view, pictureNow(view));
  const bar = byId("trouble");
  bar.hidden = text === null;
  if (text !== null && bar.textContent !== text) bar.textContent = text;
  document.body.classList.toggle("old", !view.store.connected);
}

function refresh(): void {
  showTop();
  show(byId("alerts"), alertPanel(view));
  show(byId("tools"), tools(view));
  showSide();
  void base.showRings(view.settings.rings);
  void showWarningAreas();
  void coverageLayer.show(view.settings, view.store.coverage, view.tab === "coverage");
  showSearch();
  loop.redraw();
}

const selectedAlert = (): string | undefined => (view.selectedAlert === null ? undefined : view.store.alerts.get(view.selectedAlert)?.number);

function showSearch(): void {
  void searchLayer.show(view.store.search, pictureNow(view), selectedAlert());
}

let overviewIsWhole = false;

/** Where things happen; asked again, all that is watched. */
function overview(): void {
  ownView = false;
  const scene = overviewIsWhole ? null : action(view.store);
  overviewIsWhole = scene !== null;
  base.fit(scene ?? watched(view.store), 9);
  notify(scene ? "Where things happen; Z again for the whole watch." : "The whole watch.");
}

/** At the first picture, and a few times after it while tracks are still being found. */
function frameAtStart(): void {
  if (!ownView || framesDone === framesAtMs.length || view.store.tracks.size === 0) return;
  const now = performance.now();
  if (Number.isNaN(firstPictureAtMs)) firstPictureAtMs = now;
  if (now - firstPictureAtMs < (framesAtMs[framesDone] as number)) return;
  const points = action(view.store) ?? watched(view.store);
  if (framesDone++ === 0) base.fit(points, 9);
  else if (!base.holds(points)) base.fit(points, 9, 700);
}

const stage: Stage = {
  refresh,
  selectTrack(n) {
    if (n === null) view.selectedAlert = null;
    if (view.selectedTrack !== n) view.detail = view.detailProblem = null;
    view.selectedTrack = n;
    ownView &&= n === null;
    view.follow &&= n !== null;
    if (n !== null) view.tab = "track";
    else if (view.tab === "track") view.tab = "tracks";
    refresh();
    remember();
    void askDetail();
  },
  goTo: (latDeg, lonDeg) => {
    ownView = false;
    base.goTo(lonDeg, latDeg, 7.5);
  },
  zoomBy: (levels) => {
    ownView = false;
    base.map.easeTo({ zoom: base.map.getZoom() + levels, duration: 150 });
  },
  overview,
  focusFilter: () => filter.focus(),
  scrollToAlert: (n) => document.querySelector(`[data-do="selectAlert"][data-arg="${n}"]`)?.scrollIntoView({ block: "nearest" }),
};
const actions = actionsOf(view, stage);

async function askDetail(): Promise<void> {
  const n = view.selectedTrack;
  if (n === null || !view.store.connected) return;
  // A track that ended is told of for a while: its last words are asked for once, and so is whether there are any.
  const ended = view.detail?.n === n && view.detail.status === "ended";
  if (!view.store.tracks.has(n) && (ended || view.detailProblem !== null)) return;
  try {
    const detail = await getTrack(trackNumber(n));
    if (view.selectedTrack === n) view.detail = detail;
  } catch (error) {
    if (view.selectedTrack === n) view.detailProblem = error instanceof RequestFailed && error.status !== 404 ? error.message : `${trackNumber(n)} is not in the picture.`;
  }
  if (view.tab === "track") showSide();
}

function remember(): void {
  history.replaceState(null, "", writeView({ ...base.view(), track: view.selectedTrack }));
}

function receive(message: LiveMessage): void {
  const known = message.type === "alert" ? view.store.alerts.get(message.alert.n) : undefined;
  const topics = apply(view.store, message, performance.now(), (track, atMs) => shownAt(track, view.store.clock, atMs));
  if (message.type === "alert" && needsAnswer(message.alert) && known?.state !== message.alert.state) announce(message.alert);
  for (const topic of topics) reactTo[topic]?.();
}

const reactTo: Partial<Record<Topic, () => void>> = {
  alerts: () => {
    loop.alertsChanged();
    showAlertsSoon();
  },
  scene: () => {
    void base.showAirspaces(view.store.airspaces);
    void base.showSensors(view.store.sensors);
  },
  picture: frameAtStart,
  warnings: () => void showWarningAreas(),
  health: () => void showSensorsIfChanged(),
  integrity: () => void base.showIntegrity(view.store.integrity),
  coverage: () => {
    void coverageLayer.show(view.settings, view.store.coverage, view.tab === "coverage");
    if (view.tab === "coverage") showSide();
  },
  search: () => {
    showSearch();
    showAlertsSoon();
  },
  link: refresh,
};

let alertsTimer = 0;

/** A busy night changes dozens of alerts a second; the panel follows four times a second. */
function showAlertsSoon(): void {
  alertsTimer ||= window.setTimeout(() => {
    alertsTimer = 0;
    show(byId("alerts"), alertPanel(view));
  }, 250);
}

let areasShown = "";

/** The area of the selected alert's draft; all areas that still stand while the list of drafts is open. More would hide the picture. */
async function showWarningAreas(): Promise<void> {
  const selected = selectedAlert();
  const drafts = newestDrafts(view.store.warnings).filter((w) => w.alert === selected || (view.tab === "warnings" && Date.parse(w.expires) > pictureNow(view)));
  const key = drafts.map((w) => w.id).join();
  if (key === areasShown) return;
  areasShown = key;
  await base.showWarnings(drafts);
}

let sensorsShown = "";
async function showSensorsIfChanged(): Promise<void> {
  const key = view.store.sensors.map((s) => `${s.id}${s.degraded ? "!" : ""}${s.latDeg},${s.lonDeg}`).join(";");
  if (key === sensorsShown) return;
  sensorsShown = key;
  await base.showSensors(view.store.sensors);
}

function announce(alert: Alert): void {
  byId("announcer").textContent =
    `${alert.state === "escalated" ? "Escalated, nobody answered" : "New alert"} ${alert.number}: ${alert.track}, ${alertKindWords[alert.kind]} ${alert.airspaceName}, ${percent(alert.probability)}. ${alert.reasons[0]?.text ?? ""}`;
  if (view.settings.sound) chime();
}

document.addEventListener("click", (event) => {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
  if (!target || (event.target as Element).closest("a, dialog")) return;
  actions[target.dataset["do"] ?? ""]?.(target.dataset["arg"] ?? "");
});

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]") || isPress(event)) return;
  const action = actionFor(event, isTyping(event.target));
  if (action === null) return;
  event.preventDefault();
  if (action === "leave" && event.target === filter) return filter.blur();
  actions[action]?.("");
});

filter.addEventListener("input", () => {
  view.filter = filter.value.trim();
  body.scrollTop = 0;
  refresh();
});
body.addEventListener("scroll", () => view.tab === "tracks" && showSide(), { passive: true });

base.map.on("click", (event) => {
  const n = loop.layer.hit(event.point.x, event.point.y);
  if (n !== null || view.selectedTrack !== null) stage.selectTrack(n);
});
base.map.on("mousemove", (event) => {
  byId("cursor").textContent = position(event.lngLat.lat, event.lngLat.lng);
  base.map.getCanvas().style.cursor = loop.layer.hit(event.point.x, event.point.y) === null ? "" : "pointer";
});
base.map.on("dragstart", () => {
  view.follow = ownView = false;
});
base.map.on("wheel", () => {
  ownView = false;
});
base.map.on("moveend", () => ownView || remember());

function followTrack(): void {
  const track = view.follow && view.selectedTrack !== null ? view.store.tracks.get(view.selectedTrack) : undefined;
  if (!track) return;
  const at = shownAt(track, view.store.clock, performance.now());
  base.map.jumpTo({ center: [at.lonDeg, at.latDeg] });
}

setInterval(() => {
  showTop();
  followTrack();
}, 250);
setInterval(() => {
  showAlertsSoon();
  showSide();
}, 1_000);
setInterval(() => void askDetail(), detailEveryMs);

const liveAddress = new URL("api/v1/live", document.baseURI);
liveAddress.protocol = liveAddress.protocol === "https:" ? "wss:" : "ws:";
const link = new LiveLink(liveAddress.href, {
  onMessage: receive,
  onLost: () => {
    view.store.connected = false;
    showTop();
  },
});
window.addEventListener("online", () => link.retryNow());

refresh();
link.start();

declare global {
  interface Window { vedette: { places(): [n: number, lonDeg: number, latDeg: number][]; cost: { frames: number; totalMs: number } } }
}

/** For the browser test and the curious: where every track is shown now, and what drawing has cost so far. */
window.vedette = {
  places: () => [...view.store.tracks.values()].map((track) => {
    const at = shownAt(track, view.store.clock, performance.now());
    return [track.n, at.lonDeg, at.latDeg];
  }),
  cost: loop.cost,
};
