import type { Reason } from "../api/types.ts";
import { h } from "./dom.ts";

/** What a figure rests on, with the journal entries. */
export const reasons = (all: Reason[]): HTMLElement =>
  h("ul", { class: "reasons" }, all.map((reason) =>
    h("li", {}, reason.text, reason.entry > 0 && h("span", { class: "entry", title: "Journal entry it rests on" }, ` #${reason.entry}`))));
