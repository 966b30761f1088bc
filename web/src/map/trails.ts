import { heightColour } from "../air/heights.ts";
import { identityColour, prominence } from "../air/symbols.ts";
import type { Identity, TrailPoint } from "../api/types.ts";
import type { Settings } from "../state/settings.ts";
import type { ShownTrack, Store } from "../state/store.ts";
import type { Overlay } from "./canvas.ts";
import type { Projection } from "./projection.ts";

/** How far back a trail reaches, s of picture time, in bands that fade. The selected track keeps all of its own. */
const bandsS = [90, 210, 420] as const;
const bandAlpha = [0.7, 0.42, 0.2] as const;

/** Draws where the tracks came from. Grouped by colour and age so that a thousand trails are a few dozen strokes. */
export function drawTrails(overlay: Overlay, projection: Projection, store: Store, settings: Settings, selected: number | null, filtered: (track: ShownTrack) => boolean, nowMs: number): void {
  const context = overlay.begin(projection.widthPx, projection.heightPx);
  if (!Number.isFinite(nowMs)) return;
  const paths = new Map<string, Path2D>();
  for (const track of store.tracks.values()) {
    if (track.n === selected || track.status === "tentative" || !wanted(track.identity, settings) || !filtered(track)) continue;
    const trail = store.trails.get(track.n);
    if (trail && trail.length > 1) addTrail(paths, trail, colourOf(track, settings), prominence(track.identity) === 0 ? 0.6 : 1, projection, nowMs);
  }
  context.lineWidth = 1.2;
  for (const [key, path] of paths) {
    const [colour, band, share] = key.split("/") as [string, string, string];
    context.strokeStyle = colour;
    context.globalAlpha = (bandAlpha[Number(band)] ?? 0.2) * (settings.trailColour === "height" ? 1 : Number(share));
    context.stroke(path);
  }
  context.globalAlpha = 1;
  if (selected !== null) drawSelected(context, projection, store, settings, selected);
}

function wanted(identity: Identity, settings: Settings): boolean {
  if (settings.trails === "off" || (!settings.routine && prominence(identity) === 0)) return false;
  return settings.trails === "all" || prominence(identity) > 0;
}

/** The colour of a piece of a trail, by the height at its newer end. */
type ColourOf = (heightM: number | null | undefined) => string;

/** By identity, or by height; a point whose height was not kept takes the one its track has now. */
function colourOf(track: ShownTrack, settings: Settings): ColourOf {
  if (settings.trailColour === "identity") return () => identityColour[track.identity];
  return (heightM) => heightColour(heightM === undefined ? track.heightM : heightM);
}

function addTrail(paths: Map<string, Path2D>, trail: TrailPoint[], colour: ColourOf, share: number, projection: Projection, nowMs: number): void {
  for (let i = trail.length - 1; i > 0; i--) {
    const to = trail[i] as TrailPoint;
    const from = trail[i - 1] as TrailPoint;
    const ageS = (nowMs - from[2]) / 1000;
    const band = bandsS.findIndex((limit) => ageS <= limit);
    if (band < 0) return;
    const x = projection.x(to[0]);
    const y = projection.y(to[1]);
    if (!projection.shows(x, y, 100)) continue;
    const key = `${colour(to[3])}/${band}/${share}`;
    let path = paths.get(key);
    if (!path) paths.set(key, (path = new Path2D()));
    path.moveTo(x, y);
    path.lineTo(projection.x(from[0]), projection.y(from[1]));
  }
}

function drawSelected(context: CanvasRenderingContext2D, projection: Projection, store: Store, settings: Settings, selected: number): void {
  const trail = store.trails.get(selected);
  const track = store.tracks.get(selected);
  if (!trail || !track || trail.length < 2) return;
  const colour = colourOf(track, settings);
  context.lineWidth = 1.8;
  for (let i = 0; i < trail.length; i++) {
    const to = trail[i] as TrailPoint;
    const [x, y] = [projection.x(to[0]), projection.y(to[1])];
    context.strokeStyle = context.fillStyle = colour(to[3]);
    context.fillRect(x - 1.5, y - 1.5, 3, 3);
    const from = trail[i - 1];
    if (!from) continue;
    context.beginPath();
    context.moveTo(projection.x(from[0]), projection.y(from[1]));
    context.lineTo(x, y);
    context.stroke();
  }
}
