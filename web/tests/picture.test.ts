import { describe, expect, it } from "vitest";
import { decodeRow, trackNumber } from "../src/api/picture.ts";
import type { PictureRow } from "../src/api/types.ts";

export const droneRow: PictureRow = [12, 1, 51.2, 24.5, 310, 48, 265, 0.4, 6, 5, 0.91, 0.99, 180, 1_795_485_600_000, null, null, null, 0.72, 260, 1, 1];

describe("a picture row", () => {
  it("gives every field its name", () => {
    expect(decodeRow(droneRow)).toEqual({
      n: 12, status: "confirmed", latDeg: 51.2, lonDeg: 24.5, heightM: 310, speedMps: 48, headingDeg: 265, climbMps: 0.4, identity: "hostile",
      objectClass: "oneWayDrone", classProbability: 0.91, existence: 0.99, sigmaM: 180, lastSeenMs: 1_795_485_600_000, callsign: null, address: null,
      code: null, within10Min: 0.72, etaS: 260, simulated: true, sensedIndependently: true,
    });
  });

  it("that has no place on the earth is not shown", () => {
    expect(decodeRow(changed(2, 95))).toBeNull();
    expect(decodeRow(changed(3, null))).toBeNull();
    expect(decodeRow([] as unknown as PictureRow)).toBeNull();
  });

  it("with an identity or class this console does not know is unknown, never friendly", () => {
    expect(decodeRow(changed(8, 99))?.identity).toBe("unknown");
    expect(decodeRow(changed(9, 99))?.objectClass).toBe("unknown");
    expect(decodeRow(changed(1, 99))?.status).toBe("tentative");
  });

  it("with a blank callsign has none", () => {
    expect(decodeRow(changed(14, "        "))?.callsign).toBeNull();
  });

  it("that is cut short anywhere never throws", () => {
    for (let length = 0; length < droneRow.length; length++) decodeRow(droneRow.slice(0, length) as unknown as PictureRow);
  });
});

it("track numbers are written as the server writes them", () => {
  expect(trackNumber(12)).toBe("T00012");
});

function changed(index: number, value: unknown): PictureRow {
  const row: unknown[] = [...droneRow];
  row[index] = value;
  return row as PictureRow;
}
