/** What a table of words says of a text that somebody typed or sent: `constructor` and its like are none of its words. */
export function ownValue<Value>(table: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
