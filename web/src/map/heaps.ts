/** A symbol that may step back behind another: nobody has asked for it, and it asks for nothing itself. */
export interface Heapable { n: number; x: number; y: number; kind: string }

/** Which symbols stand for a heap, with how many others they stand for; and which of these others are drawn small. */
export interface Heaps { others: ReadonlyMap<number, number>; small: ReadonlySet<number> }

/**
 * Symbols that would lie on each other: the first of each heap (the lowest number, so that it stays the same one) keeps its symbol, the
 * others of the same kind within `radiusPx` of it become small marks where they are. Nothing is moved and nothing is left out.
 */
export function heapsOf(items: readonly Heapable[], radiusPx: number): Heaps {
  const heads = new Map<string, Heapable[]>();
  const others = new Map<number, number>();
  const small = new Set<number>();
  for (const item of [...items].sort((a, b) => a.n - b.n)) {
    const column = Math.floor(item.x / radiusPx);
    const row = Math.floor(item.y / radiusPx);
    const head = nearHead(heads, item, column, row, radiusPx);
    if (head) {
      others.set(head.n, (others.get(head.n) ?? 0) + 1);
      small.add(item.n);
      continue;
    }
    const key = `${column}/${row}`;
    heads.set(key, [...(heads.get(key) ?? []), item]);
  }
  return { others, small };
}

function nearHead(heads: ReadonlyMap<string, Heapable[]>, item: Heapable, column: number, row: number, radiusPx: number): Heapable | null {
  for (let dColumn = -1; dColumn <= 1; dColumn++)
    for (let dRow = -1; dRow <= 1; dRow++)
      for (const head of heads.get(`${column + dColumn}/${row + dRow}`) ?? [])
        if (head.kind === item.kind && Math.hypot(head.x - item.x, head.y - item.y) < radiusPx) return head;
  return null;
}
