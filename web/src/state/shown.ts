import { deadReckon } from "../air/motion.ts";
import type { Place } from "../air/motion.ts";
import type { PictureClock } from "./clock.ts";
import type { ShownTrack } from "./store.ts";

/** A correction by a new picture fades out over about this long, ms of the viewer's time. */
const glideMs = 350;

/** Past this much picture time without a word about it, a track is not carried on any further, s. */
const carryS = 60;

/** Where a track is drawn at `atMs`: carried on from its last row with its velocity, gliding out of the last correction. */
export function shownAt(track: ShownTrack, clock: PictureClock, atMs: number): Place {
  const seconds = Math.min(carryS, Math.max(0, (clock.at(atMs) - track.atMs) / 1000));
  const place = deadReckon(track, track.headingDeg, track.speedMps, seconds);
  if (track.offsetLatDeg === 0 && track.offsetLonDeg === 0) return place;
  const left = Math.exp(-(atMs - track.heardAtMs) / glideMs);
  if (left < 0.01) return place;
  return { latDeg: place.latDeg + track.offsetLatDeg * left, lonDeg: place.lonDeg + track.offsetLonDeg * left };
}
