import { describe, expect, it } from "vitest";
import type { AreaQuality } from "../src/api/types.ts";
import { areaTexts } from "../src/ui/quality.ts";

const known: AreaQuality = {
  name: "", kind: "everywhere", epochs: 60, objects: 49.25, gospaM: 570.2, gospaPerObjectM: 105, missed: 0.094, false: 0.085, completeness: 0.9981,
  ambiguity: 1.004, spuriousness: 0.0017, positionRmsM: 61.1, velocityRmsMps: 7.34, referenceRmsM: 31.2, numberChanges: 0, numberChangesPerHour: 0,
};

describe("how good the picture is", () => {
  it("is told with units and in words", () => expect(areaTexts(known)).toEqual([
    "99.8 % of 49.3 objects shown (0.09 missed at a time)",
    "0.09 false tracks at a time, 0.2 % near no object, 1.00 tracks an object",
    "position ± 61 m, velocity ± 7.3 m/s",
  ]));

  it("tells of tracks that changed their number", () =>
    expect(areaTexts({ ...known, numberChanges: 2 })[2]).toBe("position ± 61 m, velocity ± 7.3 m/s · 2 tracks went on under new numbers"));

  it("leaves out what is not known", () =>
    expect(areaTexts({ ...known, completeness: null, spuriousness: null, positionRmsM: null })).toEqual([]));
});
