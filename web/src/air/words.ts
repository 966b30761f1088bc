// The words for what the server names. One place, so that the map, the tables and the panels speak alike.
import type { AlertKind, AlertState, FeedState, Identity, IntegrityKind, ObjectClass, ReadinessLevel, Status, TrackStatus } from "../api/types.ts";

export const identityWords: Record<Identity, string> = {
  pending: "Pending", unknown: "Unknown", assumedFriend: "Assumed friend", friend: "Friend", neutral: "Neutral", suspect: "Suspect",
  hostile: "Hostile",
};

export const classWords: Record<ObjectClass, string> = {
  airliner: "Airliner", lightAircraft: "Light aircraft", helicopter: "Helicopter", patrol: "Patrol aircraft", fastJet: "Fast jet",
  oneWayDrone: "One-way drone", smallDrone: "Small drone", cruiseMissile: "Cruise missile", ballistic: "Ballistic", balloon: "Balloon",
  bird: "Bird", clutter: "Clutter", unknown: "Class unknown",
};

export const trackStatusWords: Record<TrackStatus, string> = {
  tentative: "Tentative", confirmed: "Confirmed", coasting: "Coasting", ended: "Ended",
};

export const alertKindWords: Record<AlertKind, string> = {
  incursion: "May enter", violation: "Inside", lostTrack: "Track lost", emergencyCode: "Emergency code",
};

export const alertStateWords: Record<AlertState, string> = {
  raised: "Raised", acknowledged: "Acknowledged", escalated: "Escalated", closed: "Closed",
};

export const readinessWords: Record<ReadinessLevel, string> = {
  normal: "Normal", preventive: "Preventive", heightened: "Heightened", standDown: "Stand-down",
};

export const feedStateWords: Record<FeedState, string> = {
  connecting: "Connecting", live: "Live", silent: "Silent", failed: "Failed", ended: "Ended",
};

export const sourceWords: Record<string, string> = {
  none: "nothing yet", behaviour: "flight behaviour", transponder: "transponder", flightPlan: "flight plan", operator: "operator",
};

export const integrityWords: Record<IntegrityKind, string> = {
  jump: "Impossible jump", impossibleMotion: "Impossible motion", frozen: "Frozen position", replayed: "Replayed positions",
  againstSensors: "Contradicted by sensors", duplicateAddress: "Address used twice", degraded: "GNSS degraded", againstAirData: "Contradicted by its air data",
};

export const sensorKindWords: Record<string, string> = {
  radar2D: "2-D radar", radar3D: "3-D radar", dopplerRadar: "Doppler radar", adsb: "ADS-B receiver", multilateration: "Multilateration",
  acoustic: "Acoustic post", spotter: "Spotter", systemTracker: "System tracker", remoteId: "Remote ID",
};

/** What kind of picture this is, in capitals, or null when it is the real one. */
export function pictureBanner(status: Pick<Status, "exercise" | "mode" | "speed" | "progress" | "playback">): string | null {
  const kind = status.mode === "replay" ? "REPLAY" : status.exercise || status.mode === "demo" ? "SIMULATION" : null;
  if (kind === null) return null;
  const exercise = status.mode === "replay" && status.exercise ? " OF AN EXERCISE" : "";
  const progress = status.mode !== "replay" || status.progress === null ? "" : ` · ${Math.floor(status.progress * 100)} %`;
  return `${kind}${exercise}${pace(status)}${progress}`;
}

function pace({ speed, playback }: Pick<Status, "speed" | "playback">): string {
  if (playback?.ended) return " ENDED";
  if (playback?.skipsTo) return " SKIPS AHEAD";
  if (playback?.paused) return " PAUSED";
  return speed !== null && speed > 0 && speed !== 1 ? ` ×${speedText(speed)}` : "";
}

export const speedText = (speed: number): string => String(Number(speed.toPrecision(3)));
