import { utc, utcFull } from "../air/format.ts";
import { identityWords, readinessWords } from "../air/words.ts";
import { identities, readinessLevels } from "../api/types.ts";
import type { Identity, Readiness, ReadinessLevel, Statement, TrackDetail } from "../api/types.ts";
import { leaveButton, notify, openDialog } from "./dialogs.ts";
import { h } from "./dom.ts";

/** The level in force, what is recommended and why; a person decides, with a reason. */
export async function askReadiness(state: Readiness): Promise<{ level: ReadinessLevel; why: string } | null> {
  const evidence = state.evidence.length === 0 ? [h("li", {}, "No evidence for a change.")]
    : state.evidence.map((reason) => h("li", {}, reason.text, reason.entry > 0 && h("span", { class: "entry" }, ` #${reason.entry}`)));
  const { answer, fields } = await openDialog("Readiness", [
    h("p", {}, "In force: ", h("b", {}, readinessWords[state.level]), `, since ${utc(Date.parse(state.since))}Z, decided by ${state.decidedBy}.`),
    h("p", {}, "Recommended: ", h("b", {}, readinessWords[state.recommended]), ", because:"),
    h("ul", { class: "reasons" }, evidence),
    h("fieldset", { class: "choices" }, h("legend", {}, "Decide"), readinessLevels.map((level) =>
      h("label", { class: `choice level-${level}` },
        h("input", { type: "radio", name: "level", value: level, checked: level === state.recommended, autofocus: level === state.recommended }),
        readinessWords[level], level === state.level && " (in force)"))),
    h("label", {}, "Reason", h("input", { name: "why", required: true, maxlength: 300, autocomplete: "off" })),
  ], [h("button", { value: "yes", class: "primary" }, "Put in force"), leaveButton()]);
  const level = readinessLevels.find((l) => l === fields["level"]);
  return answer === "yes" && level && fields["why"] ? { level, why: fields["why"] } : null;
}

/** Overrides an identity, or gives the decision back to the rules. */
export async function askIdentity(detail: TrackDetail): Promise<{ identity: Identity | null; why: string } | null> {
  const choice = (value: string, text: string) => h("label", { class: "choice" },
    h("input", { type: "radio", name: "identity", value, required: true, checked: value === detail.identity, autofocus: value === detail.identity }), text);
  const { answer, fields } = await openDialog(`Identity of ${detail.number}`, [
    h("p", {}, "Your decision outranks transponder and behaviour until it is given back. Suspect and hostile ask for attention; they start nothing."),
    h("fieldset", { class: "choices" }, h("legend", {}, "Identity"), identities.map((i) => choice(i, identityWords[i])), choice("", "Give it back to the rules")),
    h("label", {}, "Reason", h("input", { name: "why", required: true, maxlength: 300, autocomplete: "off" })),
  ], [h("button", { value: "yes", class: "primary" }, "Decide"), leaveButton()]);
  if (answer !== "yes" || !fields["why"]) return null;
  return { identity: identities.find((i) => i === fields["identity"]) ?? null, why: fields["why"] };
}

export async function showStatement(statement: Statement): Promise<void> {
  const { answer } = await openDialog("Statement of the incident", [
    h("p", { class: "muted" }, statement.exercise && h("b", { class: "exercise" }, "EXERCISE · "),
      `${utcFull(Date.parse(statement.from))} to ${utcFull(Date.parse(statement.to))}. Every figure rests on the journal entries named beside it.`),
    h("ol", { class: "statement" }, statement.lines.map((line) => h("li", {}, line.text, h("span", { class: "entry" }, entries(line.entries))))),
  ], [h("button", { value: "copy", class: "primary", autofocus: true }, "Copy text"), leaveButton("Close")]);
  if (answer === "copy") await copy(statementText(statement));
}

/** The statement as plain text, with its journal entries in brackets. */
export function statementText(statement: Statement): string {
  const head = `${statement.exercise ? "EXERCISE. " : ""}${utcFull(Date.parse(statement.from))} to ${utcFull(Date.parse(statement.to))}`;
  return [head, ...statement.lines.map((line) => `${line.text}${entries(line.entries)}`)].join("\n");
}

function entries(list: number[]): string {
  if (list.length === 0) return "";
  const shown = list.slice(0, 6).map((entry) => `#${entry}`).join(" ");
  return list.length > 6 ? ` [${shown} and ${list.length - 6} more]` : ` [${shown}]`;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify("The statement is on the clipboard.");
  } catch {
    notify("The browser did not let the text be copied. Select it by hand.", true);
  }
}
