import type { Identity, ObjectClass } from "../api/types.ts";

/** Standard identity digit of a symbol code (APP-6D, MIL-STD-2525D table A-III). */
const identityDigit: Record<Identity, string> = {
  pending: "0", unknown: "1", assumedFriend: "2", friend: "3", neutral: "4", suspect: "5", hostile: "6",
};

/** Symbol set and entity of each class. What has no entity of its own is the bare air frame, which says "an object in the air". */
const entity: Record<ObjectClass, { set: "01" | "02"; code: string }> = {
  airliner: { set: "01", code: "120100" },
  lightAircraft: { set: "01", code: "120100" },
  helicopter: { set: "01", code: "120200" },
  patrol: { set: "01", code: "110117" },
  fastJet: { set: "01", code: "110104" },
  oneWayDrone: { set: "01", code: "110300" },
  smallDrone: { set: "01", code: "120300" },
  cruiseMissile: { set: "02", code: "110000" },
  ballistic: { set: "02", code: "110000" },
  balloon: { set: "01", code: "120400" },
  bird: { set: "01", code: "000000" },
  clutter: { set: "01", code: "000000" },
  unknown: { set: "01", code: "000000" },
};

/** Twenty-digit symbol identification code: frame by identity, icon by class. */
export function symbolCode(identity: Identity, objectClass: ObjectClass, anticipated = false): string {
  const { set, code } = entity[objectClass];
  return `100${identityDigit[identity]}${set}${anticipated ? "1" : "0"}000${code}0000`;
}

/** How much a track asks to be looked at: 0 routine traffic, 1 open question, 2 attention. Decides size, order and labels. */
export function prominence(identity: Identity): 0 | 1 | 2 {
  if (identity === "suspect" || identity === "hostile") return 2;
  return identity === "pending" || identity === "unknown" ? 1 : 0;
}

export const identityColour: Record<Identity, string> = {
  pending: "#e9dc8f", unknown: "#f2d64b", assumedFriend: "#8fc7ff", friend: "#52a9ff", neutral: "#5fd28b", suspect: "#ff9d42",
  hostile: "#ff5d5d",
};
