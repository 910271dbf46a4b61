import type { i18n } from 'i18next';

/** The text under a key that was put together from a code of the service; undefined where we have none. */
export function textOfCode(
  { exists, t }: i18n,
  key: string,
  values?: Readonly<Record<string, string | number>>,
): string | undefined {
  return exists(key) ? (t as unknown as UntypedText)(key, values) : undefined;
}

/** Which keys there are is known when it runs, not before. */
type UntypedText = (key: string, values?: Readonly<Record<string, string | number>>) => string;
