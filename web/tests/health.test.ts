import { describe, expect, it } from "vitest";
import { alignmentText, qualityText } from "../src/ui/health.ts";

const known = { compared: 400, rangeMeanM: -12.4, rangeSigmaM: 51, azimuthMeanDeg: 0.031, azimuthSigmaDeg: 0.09, updateProbability: 0.874, expectedUpdates: 0.9 };

describe("how a sensor does", () => {
  it("is told with signs and units", () =>
    expect(qualityText(known)).toBe("sees 87 % of looks, 90 % expected · range −12 m ± 51 m · azimuth +0.03° ± 0.09°"));

  it("has no minus before nought", () =>
    expect(qualityText({ ...known, azimuthMeanDeg: -0.0004 })).toContain("azimuth +0.00°"));

  it("leaves out what is not known yet", () =>
    expect(qualityText({ ...known, rangeSigmaM: null, azimuthSigmaDeg: null })).toBe("sees 87 % of looks, 90 % expected"));
});

const found = {
  rangeM: -41.6, azimuthDeg: 0.0312, timeS: 0.012, rangeSigmaM: 3.2, azimuthSigmaDeg: 0.0021, timeSigmaS: 0.004, gainMPer100Km: 3, gainSigmaMPer100Km: 2,
  elevationDeg: null, elevationSigmaDeg: null, samples: 900, jumpedAt: null, jump: null,
};

describe("what a radar gets wrong", () => {
  it("is told with its size and how well that is known", () =>
    expect(alignmentText(found)).toBe("corrected for −42 m ± 3 m, +0.031° ± 0.002°, +12 ms ± 4 ms"));

  it("names a gain that is certain, and elevation where it is measured", () =>
    expect(alignmentText({ ...found, gainMPer100Km: -22.4, elevationDeg: 0.114, elevationSigmaDeg: 0.02 }))
      .toBe("corrected for −42 m ± 3 m, −22 m ± 2 m per 100 km, +0.031° ± 0.002°, elevation +0.11° ± 0.02°, +12 ms ± 4 ms"));
});
