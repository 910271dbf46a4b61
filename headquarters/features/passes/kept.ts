/** What is costly to make and the same each time; the oldest goes when there are too many. */
export function createKept<Value>(most: number): { of(key: string, make: () => Value): Value } {
  const kept = new Map<string, { readonly value: Value }>();
  return {
    of(key, make) {
      const known = kept.get(key);
      if (known) return known.value;
      const value = make();
      kept.set(key, { value });
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
      return value;
    },
  };
}
