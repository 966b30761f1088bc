import type { UnitSystem } from "../air/format.ts";
import type { ObjectClass } from "../api/types.ts";

/** What this viewer prefers; kept in this browser only. */
export interface Settings {
  operator: string;
  units: UnitSystem;
  labels: "all" | "attention" | "off";
  trails: "all" | "attention" | "off";
  trailColour: "identity" | "height";
  rings: boolean;
  /** Height above ground of the coverage layer, m; 0 = no layer. */
  coverageM: number;
  coverageClass: ObjectClass;
  leaderMinutes: 0 | 1 | 3 | 5;
  routine: boolean;
  tentative: boolean;
  sound: boolean;
  /** What the table's filter leaves out is left out of the map as well. */
  filterMap: boolean;
}

const key = "vedette.settings";

export const defaults: Settings = {
  operator: "", units: "metric", labels: "attention", trails: "all", trailColour: "identity", rings: false, coverageM: 0, coverageClass: "oneWayDrone", leaderMinutes: 3, routine: true, tentative: true, sound: false, filterMap: false,
};

export function loadSettings(storage: Pick<Storage, "getItem">): Settings {
  try {
    return { ...defaults, ...(JSON.parse(storage.getItem(key) ?? "{}") as Partial<Settings>) };
  } catch {
    return { ...defaults };
  }
}

export function saveSettings(storage: Pick<Storage, "setItem">, settings: Settings): void {
  try {
    storage.setItem(key, JSON.stringify(settings));
  } catch {
    // A browser that keeps nothing is no reason to stop the watch.
  }
}

/** The value after `value` in a closed list. */
export function next<T>(values: readonly T[], value: T): T {
  return values[(values.indexOf(value) + 1) % values.length] as T;
}
