// Panels describe what they show as fresh elements; `show` brings the page to that description and leaves untouched what is the
// same, so that focus, hover and scrolling survive. Clicks are named by data-do and answered in one place.

type Attribute = string | number | boolean | null | undefined;
export type Child = Node | string | number | null | undefined | false;

export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Record<string, Attribute> = {}, ...children: (Child | Child[])[]): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}

/** Makes the children of `parent` equal to these. Elements with the same data-key are kept, wherever they move. */
export function show(parent: Element, children: Child[]): void {
  const wanted = children
    .filter((c): c is Node | string | number => c !== null && c !== undefined && c !== false)
    .map((c) => (c instanceof Node ? c : document.createTextNode(String(c))));
  const keyed = new Map<string, Element>();
  for (const child of parent.children) {
    const key = keyOf(child);
    if (key !== null) keyed.set(key, child);
  }
  let at: ChildNode | null = parent.firstChild;
  for (const node of wanted) {
    const old = match(node, at, keyed);
    if (!old) {
      parent.insertBefore(node, at);
      continue;
    }
    if (old === at) at = at.nextSibling;
    else parent.insertBefore(old, at);
    update(old, node);
  }
  while (at) {
    const next: ChildNode | null = at.nextSibling;
    at.remove();
    at = next;
  }
}

const keyOf = (node: Node): string | null => (node instanceof Element ? node.getAttribute("data-key") : null);

function match(node: Node, at: ChildNode | null, keyed: Map<string, Element>): ChildNode | null {
  const key = keyOf(node);
  if (key !== null) {
    const old = keyed.get(key);
    keyed.delete(key);
    return old && old.nodeName === node.nodeName ? old : null;
  }
  return at && keyOf(at) === null && at.nodeName === node.nodeName ? at : null;
}

function update(old: ChildNode, wanted: Node): void {
  if (old instanceof Text) {
    if (old.data !== (wanted as Text).data) old.data = (wanted as Text).data;
    return;
  }
  if (!(old instanceof Element) || !(wanted instanceof Element)) return;
  for (const { name } of [...old.attributes]) if (!wanted.hasAttribute(name) && name !== "open") old.removeAttribute(name);
  for (const { name, value } of wanted.attributes) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  show(old, [...wanted.childNodes]);
}

/** A term and its value in a definition list. */
export const item = (term: string, ...value: Child[]): HTMLElement => h("div", { class: "item" }, h("dt", {}, term), h("dd", {}, ...value));

export const byId = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no element "${id}".`);
  return element;
};
