import { identityWords } from "../air/words.ts";
import { identities } from "../api/types.ts";
import { symbolImage } from "../map/atlas.ts";
import { leaveButton, openDialog } from "./dialogs.ts";
import { h } from "./dom.ts";

const keys: [title: string, rows: [key: string, meaning: string][]][] = [
  ["Alerts", [["J K ↓ ↑", "next, previous alert"], ["A", "acknowledge"], ["E", "escalate, with a reason"], ["C", "close, with a reason"], ["G", "go to it on the map"]]],
  ["Tracks", [["T", "track table"], ["/", "filter the table: words, -not, /regex/, height>1000, speed<300, entry>20"], ["Q", "the filter rules the map too"], ["D", "track in detail"], ["I", "decide its identity"], ["F", "follow it on the map"], ["Esc", "leave, unselect"]]],
  ["Map", [["+ −", "zoom"], ["Z", "where things happen; again: the whole watch"], ["L", "labels: attention, all, off"], ["H", "trails: all, attention, off"], ["B", "trails coloured by identity, by height"], ["R", "range rings"], ["1", "coverage at 30 m to 3 km, off"], ["P", "leaders: 1, 3, 5 min, off"], ["X", "routine traffic on, off"], ["Y", "tentative tracks on, off"], ["U", "metric or aviation units"]]],
  ["Watch", [["V", "readiness"], ["S", "statement of the incident"], ["N", "sensors and feeds"], ["0", "all-clear and coverage"], ["W", "warning drafts"], ["M", "sound for new alerts"], ["O", "who is on watch"], ["?", "this page"]]],
  ["Replay and demo", [["Space", "pause, go on"], [", .", "slower, faster"], ["]", "pass over ten minutes"]]],
];

export async function showHelp(): Promise<void> {
  await openDialog("Keys", [
    h("div", { class: "keys" }, keys.map(([title, rows]) => h("section", {}, h("h3", {}, title),
      h("dl", {}, rows.map(([key, meaning]) => h("div", { class: "item" }, h("dt", {}, ...key.split(" ").map((k) => h("kbd", {}, k))), h("dd", {}, meaning))))))),
    h("div", { class: "legend" }, identities.map((identity) => h("figure", {},
      h("img", { src: symbolImage(identity, "oneWayDrone", 20), alt: "" }), h("figcaption", {}, identityWords[identity])))),
    h("p", { class: "muted" }, "A frame says the identity (APP-6): round friend, clover unknown, square neutral, pointed suspect or hostile. "
      + "A dashed frame is an assumption. The line ahead of a symbol is where it will be if nothing changes."),
  ], [leaveButton("Close")]);
}
