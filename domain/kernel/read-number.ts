export interface NumberRange {
  readonly min: number;
  readonly max: number;
  /** Digits after the comma that count; none when left out. */
  readonly decimals?: number;
}

/** A number as people type it, with a comma or a point; undefined for what is none or lies outside, which nobody rounds. */
export function readNumber(text: string, { min, max, decimals = 0 }: NumberRange): number | undefined {
  const found = /^([-−+]?\d{1,9})(?:[.,](\d{1,9}))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, whole = '', after = ''] = found;
  if (after.length > decimals) return undefined;
  const read = Number(`${whole.replace('−', '-')}.${after || '0'}`);
  return read < min || read > max ? undefined : read;
}
