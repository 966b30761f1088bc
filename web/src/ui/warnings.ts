import { utc } from "../air/format.ts";
import { warningAddress } from "../api/rest.ts";
import type { WarningDraft } from "../api/types.ts";
import { pictureNow } from "./console.ts";
import { newestDrafts } from "../state/store.ts";
import type { Console } from "./console.ts";
import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

export function warningPanel(view: Console): Child[] {
  const now = pictureNow(view);
  const drafts = newestDrafts(view.store.warnings);
  return [
    h("p", { class: "muted" }, "Drafts only. Vedette sends nothing to the public: a person decides."),
    drafts.length === 0 ? h("p", { class: "calm" }, "No warning has been drafted.") : h("ul", { class: "warnings" }, drafts.map((w) => draft(w, now))),
  ];
}

function draft(warning: WarningDraft, now: number): HTMLElement {
  const expired = Date.parse(warning.expires) < now;
  return h("li", { class: expired ? "expired" : "", "data-key": warning.alert },
    h("h3", {}, warning.exercise && !warning.headline.startsWith("EXERCISE") && h("span", { class: "exercise" }, "EXERCISE "), warning.headline),
    h("p", {}, warning.description),
    h("p", {}, warning.instruction),
    h("p", { class: "muted" }, `${warning.areaDescription} · drafted ${utc(Date.parse(warning.sent))}Z · ${expired ? "expired" : "expires"} ${utc(Date.parse(warning.expires))}Z`),
    h("p", {}, h("a", { href: warningAddress(warning.alert), target: "_blank", rel: "noopener" }, `CAP 1.2 draft for ${warning.alert}`)));
}
