import ms from "milsymbol";
import { describe, expect, it } from "vitest";
import { prominence, symbolCode } from "../src/air/symbols.ts";
import { identities, objectClasses } from "../src/api/types.ts";

const metadata = (code: string) => new ms.Symbol(code, { size: 20 }).getMetadata();

describe("symbols", () => {
  it("exist for every identity and class", () => {
    for (const identity of identities)
      for (const objectClass of objectClasses) {
        const valid = new ms.Symbol(symbolCode(identity, objectClass), { size: 20 }).isValid(true) as unknown as { icon: boolean };
        expect(valid, `${identity} ${objectClass}`).toMatchObject({ affiliation: expect.any(String), icon: true, dimension: "Air" });
      }
  });

  it("frame the identity", () => {
    const affiliation = Object.fromEntries(identities.map((i) => [i, metadata(symbolCode(i, "oneWayDrone")).affiliation]));
    expect(affiliation).toEqual({
      pending: "Unknown", unknown: "Unknown", assumedFriend: "Friend", friend: "Friend", neutral: "Neutral", suspect: "Hostile", hostile: "Hostile",
    });
  });

  it("tell an assumption from knowledge without colour", () => {
    for (const [assumed, known] of [["assumedFriend", "friend"], ["suspect", "hostile"], ["pending", "unknown"]] as const)
      expect(new ms.Symbol(symbolCode(assumed, "airliner")).asSVG()).not.toBe(new ms.Symbol(symbolCode(known, "airliner")).asSVG());
  });

  it("ask for attention only where a person is needed", () => {
    expect(identities.map(prominence)).toEqual([1, 1, 0, 0, 0, 2, 2]);
  });
});
