import { feetPerMetre, knotsPerMps } from "./format.ts";
import type { UnitSystem } from "./format.ts";

/** What of a track may be asked for. */
export interface Filterable { text: string; heightM: number | null; speedMps: number; within10Min: number }

export type Test = (track: Filterable) => boolean;

/**
 * What a person types to find tracks: words that must all occur; -word must not; /a regular expression/; height>1000, speed<300 in the
 * units that are shown, entry>20 in per cent. Half-typed pieces (an open bracket, "height>") hide nothing.
 */
export function filterTest(text: string, units: UnitSystem): Test {
  const tests = pieces(text).map((piece) => pieceTest(piece, units)).filter((test) => test !== null);
  return (track) => tests.every((test) => test(track));
}

/** Split at spaces, but not inside /a regular expression/. */
const pieces = (text: string): string[] => text.match(/-?\/(?:[^/\\]|\\.)*\/|\S+/g) ?? [];

/** Null where the piece is not finished. */
function pieceTest(piece: string, units: UnitSystem): Test | null {
  if (piece.startsWith("-")) {
    const test = piece === "-" ? null : pieceTest(piece.slice(1), units);
    return test && ((track) => !test(track));
  }
  const compared = /^(height|speed|entry)([<>])(\d+(?:\.\d+)?)?$/i.exec(piece);
  if (compared) return comparison(compared[1] as string, compared[2] as string, compared[3], units);
  const pattern = /^\/(.+)\/$/.exec(piece);
  if (pattern) return expression(pattern[1] as string);
  const word = piece.toLowerCase();
  return (track) => track.text.toLowerCase().includes(word);
}

function comparison(what: string, sign: string, figure: string | undefined, units: UnitSystem): Test | null {
  if (figure === undefined) return null;
  const limit = Number(figure);
  const metric = units === "metric";
  const value = (track: Filterable): number => {
    if (what.toLowerCase() === "height") return track.heightM === null ? Number.NaN : track.heightM * (metric ? 1 : feetPerMetre);
    return what.toLowerCase() === "speed" ? track.speedMps * (metric ? 3.6 : knotsPerMps) : track.within10Min * 100;
  };
  return (track) => (sign === ">" ? value(track) > limit : value(track) < limit);
}

function expression(source: string): Test | null {
  try {
    const pattern = new RegExp(source, "i");
    return (track) => pattern.test(track.text);
  } catch {
    return null;
  }
}
