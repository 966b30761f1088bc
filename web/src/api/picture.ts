import { identities, objectClasses, trackStatuses } from "./types.ts";
import type { Identity, ObjectClass, PictureRow, TrackStatus } from "./types.ts";

/** A track as the picture shows it: one row of the live push, named. */
export interface PictureTrack {
  n: number;
  status: TrackStatus;
  latDeg: number;
  lonDeg: number;
  heightM: number | null;
  speedMps: number;
  headingDeg: number;
  climbMps: number;
  identity: Identity;
  objectClass: ObjectClass;
  classProbability: number;
  existence: number;
  sigmaM: number;
  lastSeenMs: number;
  callsign: string | null;
  address: string | null;
  code: string | null;
  within10Min: number;
  etaS: number | null;
  simulated: boolean;
  sensedIndependently: boolean;
}

/** Names the fields of a row. Null where the row cannot be shown: no number or no place on the earth. */
export function decodeRow(row: PictureRow): PictureTrack | null {
  const [n, status, latDeg, lonDeg, heightM, speedMps, headingDeg, climbMps, identity, objectClass, classProbability, existence,
    sigmaM, lastSeenMs, callsign, address, code, within10Min, etaS, simulated, sensedIndependently] = row;
  if (!Number.isInteger(n) || !isPlace(latDeg, lonDeg)) return null;
  return {
    n,
    status: trackStatuses[status] ?? "tentative",
    latDeg, lonDeg,
    heightM: heightM ?? null,
    speedMps: speedMps ?? 0,
    headingDeg: headingDeg ?? 0,
    climbMps: climbMps ?? 0,
    identity: identities[identity] ?? "unknown",
    objectClass: objectClasses[objectClass] ?? "unknown",
    classProbability: classProbability ?? 0,
    existence: existence ?? 0,
    sigmaM: sigmaM ?? 0,
    lastSeenMs: lastSeenMs ?? 0,
    callsign: callsign?.trim() || null,
    address: address ?? null,
    code: code ?? null,
    within10Min: within10Min ?? 0,
    etaS: etaS ?? null,
    simulated: simulated === 1,
    sensedIndependently: sensedIndependently === 1,
  };
}

function isPlace(latDeg: unknown, lonDeg: unknown): boolean {
  return typeof latDeg === "number" && typeof lonDeg === "number" && Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
}

/** "T00012", as the server writes it. */
export const trackNumber = (n: number): string => `T${String(n).padStart(5, "0")}`;
