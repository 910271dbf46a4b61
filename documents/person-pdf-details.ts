import type { PersonExport } from '../contracts/exports/person-export.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { PaperLine } from './paper-page.ts';
import type { PersonTexts } from './person-pdf-texts.ts';

/** What is known of a person, each under what it is called; only what there is. */
export function detailLines(
  { details, externalId }: Pick<PersonExport, 'details' | 'externalId'>,
  words: PersonTexts,
  language: Language,
): PaperLine[] {
  const { birthDate, sex, language: spoken, ...texts } = details;
  const shown = {
    ...texts,
    birthDate: formatDate(birthDate, language),
    ...(sex ? { sex: words.sexes[sex] } : {}),
    language: words.languages[spoken],
  } as Partial<Record<keyof typeof words.fields, string>>;
  const names = Object.keys(words.fields) as (keyof typeof words.fields)[];
  const told = names.map((name) => [words.fields[name], shown[name] ?? ''] as const);
  return [...told, [words.number, externalId ?? ''] as const].filter(([, value]) => value !== '');
}
