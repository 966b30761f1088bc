import type { TrackDetail } from "../api/types.ts";
import type { Settings } from "../state/settings.ts";
import type { Store } from "../state/store.ts";
import type { SortKey } from "./tracks.ts";

export type Tab = "track" | "tracks" | "coverage" | "sensors" | "warnings";

/** What the person at this screen is looking at. The server knows nothing of it. */
export interface Console {
  readonly store: Store;
  readonly settings: Settings;
  tab: Tab;
  selectedTrack: number | null;
  selectedAlert: number | null;
  follow: boolean;
  detail: TrackDetail | null;
  detailProblem: string | null;
  filter: string;
  sort: SortKey;
  sortDescending: boolean;
  /** Alerts with a command on its way. */
  readonly busy: Set<string>;
}

/** Picture time now, ms. */
export const pictureNow = (view: Console): number => view.store.clock.at(performance.now());
