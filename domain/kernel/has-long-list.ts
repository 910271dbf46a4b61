/**
 * Whether a value from outside has a list that is longer than any which is meant: asked before each of its items is
 * checked, since a fault told for each of half a million takes seconds.
 */
export function hasLongList(value: unknown, most: number): boolean {
  const waiting: unknown[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null) continue;
    if (Array.isArray(next) && next.length > most) return true;
    for (const inner of Array.isArray(next) ? next : Object.values(next))
      if (typeof inner === 'object' && inner !== null) waiting.push(inner);
  }
  return false;
}
