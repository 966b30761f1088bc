import { h } from "./dom.ts";
import type { Child } from "./dom.ts";

/** Opens a modal dialog; resolves with the value of the button that closed it ("" when it was left) and the form's fields. */
export function openDialog(title: string, body: Child[], buttons: Child[]): Promise<{ answer: string; fields: Record<string, string> }> {
  const form = h("form", { method: "dialog" }, h("h2", {}, title), h("div", { class: "dialog-body" }, ...body), h("div", { class: "buttons" }, ...buttons));
  const dialog = h("dialog", { "aria-label": title }, form);
  document.body.append(dialog);
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[autofocus]")?.focus();
  return new Promise((resolve) => dialog.addEventListener("close", () => {
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(form)) if (typeof value === "string") fields[name] = value.trim();
    dialog.remove();
    resolve({ answer: dialog.returnValue, fields });
  }));
}

export const leaveButton = (text = "Cancel"): HTMLElement => h("button", { value: "", formnovalidate: true, class: "quiet" }, text);

/** Asks for a reason in words. Null when the person thought better of it. */
export async function askWhy(title: string, text: string, action: string, suggestions: string[]): Promise<string | null> {
  const { answer, fields } = await openDialog(title, [
    h("p", {}, text),
    h("label", {}, "Reason", h("input", { name: "why", required: true, maxlength: 300, autocomplete: "off", list: "reasons", autofocus: true })),
    h("datalist", { id: "reasons" }, suggestions.map((s) => h("option", { value: s }))),
  ], [h("button", { value: "yes", class: "primary" }, action), leaveButton()]);
  return answer === "yes" && fields["why"] ? fields["why"] : null;
}

/** Who is on watch: every decision is written to the journal with this name. Null when the person thought better of it. */
export async function askOperator(current: string): Promise<string | null> {
  const { answer, fields } = await openDialog("Who is on watch?", [
    h("p", {}, "Every decision is written to the journal with this name."),
    h("label", {}, "Name", h("input", { name: "name", value: current || "duty officer", maxlength: 60, autocomplete: "off", autofocus: true })),
  ], [h("button", { value: "yes", class: "primary" }, "Take the watch"), leaveButton()]);
  return answer === "yes" ? fields["name"] || "duty officer" : null;
}

/** A short word about what happened, read out by screen readers; it leaves by itself. */
export function notify(text: string, bad = false): void {
  const host = document.getElementById("notices");
  if (!host) return;
  const note = h("p", { class: bad ? "bad" : "" }, text);
  host.append(note);
  setTimeout(() => note.remove(), bad ? 9_000 : 4_000);
}
