/** Of times in any order: 0.5 is the median. In thousandths. */
export function quantile(times: readonly number[], at: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return Number((sorted[Math.floor((sorted.length - 1) * at)] ?? 0).toFixed(3));
}
