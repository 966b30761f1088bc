import { describe, expect, it } from "vitest";
import { bearingDeg, circle, deadReckon, destination, distanceM, ellipseOf } from "../src/air/motion.ts";

const lublin = { latDeg: 51.25, lonDeg: 22.57 };

describe("motion", () => {
  it("reaches a place at the distance and bearing asked for", () => {
    for (const heading of [0, 45, 133, 270, 359]) {
      const there = destination(lublin, heading, 80_000);
      expect(distanceM(lublin, there)).toBeCloseTo(80_000, 2);
      expect(bearingDeg(lublin, there)).toBeCloseTo(heading, 6);
    }
  });

  it("crosses the antimeridian without leaving the map", () => {
    expect(destination({ latDeg: 0, lonDeg: 179.9 }, 90, 50_000).lonDeg).toBeLessThan(-179);
  });

  it("dead-reckons a minute of an airliner to within a quarter of a percent of the great circle", () => {
    const quick = deadReckon(lublin, 63, 240, 60);
    expect(distanceM(quick, destination(lublin, 63, 240 * 60))).toBeLessThan(240 * 60 * 0.0025);
  });

  it("does not move in no time", () => {
    expect(deadReckon(lublin, 120, 300, 0)).toEqual(lublin);
  });

  it("finds the axes of an ellipse that is turned", () => {
    // Axes 500 m along 030° and 200 m across it.
    const [major, minor, angle] = [500, 200, (30 * Math.PI) / 180];
    const varEast = (major * Math.sin(angle)) ** 2 + (minor * Math.cos(angle)) ** 2;
    const varNorth = (major * Math.cos(angle)) ** 2 + (minor * Math.sin(angle)) ** 2;
    const cov = (major ** 2 - minor ** 2) * Math.sin(angle) * Math.cos(angle);
    const ellipse = ellipseOf(Math.sqrt(varEast), Math.sqrt(varNorth), cov);
    expect(ellipse.majorM).toBeCloseTo(500, 6);
    expect(ellipse.minorM).toBeCloseTo(200, 6);
    expect(ellipse.headingDeg).toBeCloseTo(30, 6);
  });

  it("closes its circles", () => {
    const ring = circle(lublin, 10_000);
    expect(ring[0]?.[0]).toBeCloseTo(ring.at(-1)?.[0] ?? 0, 9);
    for (const [lonDeg, latDeg] of ring) expect(distanceM(lublin, { latDeg, lonDeg })).toBeCloseTo(10_000, 2);
  });
});
