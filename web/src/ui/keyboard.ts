/** What each key asks for. Kept as data so that the help page, the buttons and the keys cannot drift apart unseen. */
export const keyActions: Record<string, string> = {
  a: "acknowledge", e: "escalate", c: "closeAlert", g: "goTo", j: "nextAlert", k: "previousAlert", arrowdown: "nextAlert", arrowup: "previousAlert",
  t: "tracks", "/": "filter", q: "filterMap", d: "track", i: "identity", f: "follow", escape: "leave", n: "sensors", w: "warnings", "0": "coverage", "1": "coverageHeight",
  "+": "zoomIn", "=": "zoomIn", "-": "zoomOut", z: "overview", l: "labels", h: "trails", b: "trailColour", r: "rings", p: "leader", x: "routine", y: "tentative", u: "units",
  " ": "pause", ",": "slower", ".": "faster", "]": "skip", v: "readiness", s: "statement", m: "sound", o: "operator", "?": "help",
};

/** The action a key press asks for; null while a person is typing or holds a modifier. */
export function actionFor(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">, typing: boolean): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const action = keyActions[event.key.toLowerCase()] ?? null;
  return typing && action !== "leave" ? null : action;
}

/** Space presses what holds the focus: it is no key of ours then. */
export const isPress = (event: Pick<KeyboardEvent, "key" | "target">): boolean =>
  event.key === " " && event.target instanceof Element && event.target.closest("button, summary, a") !== null;

/** A field of a dialog that has just closed may still hold the focus for a moment; nobody types there. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("input, textarea, select") && target.closest("dialog") === null;
