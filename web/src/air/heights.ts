/** Colours of height, lowest first: up to `belowM` metres. Steps widen with height, as what flies there does. */
export const heightColours: readonly { belowM: number; colour: string }[] = [
  { belowM: 300, colour: "#ff7b54" }, { belowM: 1000, colour: "#ffb347" }, { belowM: 2000, colour: "#f2e14c" }, { belowM: 4000, colour: "#8fdc5a" },
  { belowM: 7000, colour: "#45d4b0" }, { belowM: 10_000, colour: "#4fb0ff" }, { belowM: Number.POSITIVE_INFINITY, colour: "#b58cff" },
];

const unknownColour = "#8b9cad";

export function heightColour(heightM: number | null | undefined): string {
  if (heightM === null || heightM === undefined || !Number.isFinite(heightM)) return unknownColour;
  return heightColours.find((step) => heightM < step.belowM)?.colour ?? unknownColour;
}
