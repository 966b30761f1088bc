import { utc } from "../air/format.ts";
import { speedText } from "../air/words.ts";
import type { Playback } from "../api/types.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

const speeds = [0.5, 1, 2, 5, 10, 20, 50, 100, 200];

/** So much is passed over at once, min. */
export const skipMinutes = 10;

/** The next speed up or down from this one. */
export function nextSpeed(speed: number, up: boolean): number {
  const further = up ? speeds.find((s) => s > speed * 1.001) : speeds.findLast((s) => s < speed * 0.999);
  return further ?? speed;
}

/** Under the map: what plays a recording or the demo. Nothing where the watch is live. */
export function playbackBar(view: Console): Child[] {
  const { status } = view.store;
  if (!status?.playback) return [];
  const { playback, progress } = status;
  const button = (action: string, key: string, name: string, hint: string, shortcut = key) =>
    h("button", { class: "quiet", "data-do": action, disabled: playback.ended, title: `${hint} (${key})`, "aria-keyshortcuts": shortcut }, name);
  return [
    button("pause", "Space", playback.paused ? "▶ Resume" : "❚❚ Pause", playback.paused ? "Go on" : "Stand still"),
    button("slower", ",", "−", "Slower", "Comma"),
    h("b", { title: "Recorded seconds per second" }, playback.speed === null ? "max" : `×${speedText(playback.speed)}`),
    button("faster", ".", "+", "Faster", "Period"),
    button("skip", "]", `+${skipMinutes} min ▸▸`, `Pass over ${skipMinutes} minutes as fast as they can be judged`),
    h("span", { class: "muted", role: "status" }, inWords(playback)),
    progress !== null && h("progress", { max: 1, value: progress.toFixed(3), title: `${Math.floor(progress * 100)} % of it is behind`, "aria-label": "How much of the recording is behind" }),
  ];
}

function inWords(playback: Playback): string {
  if (playback.ended) return "The recording has ended.";
  if (playback.skipsTo) return `Skips to ${utc(Date.parse(playback.skipsTo))} UTC …`;
  return playback.paused ? "Paused" : "";
}
