import { csvLine, csvStart } from '../domain/import/csv-text.ts';
import type { Language } from '../domain/kernel/bilingual.ts';
import { formatDate } from '../domain/kernel/format-date.ts';
import type { PlainDate } from '../domain/kernel/plain-date.ts';
import type { PersonDetails } from '../domain/people/events.ts';
import { lotTraceTexts } from './lot-trace-texts.ts';

/** One dose of the lot, and how to reach whoever got it. */
export interface TracedDose
  extends Pick<
    PersonDetails,
    'familyName' | 'givenName' | 'birthDate' | 'phone' | 'email' | 'street' | 'postcode' | 'city'
  > {
  readonly product: string;
  readonly ordinal: number;
  readonly givenOn: PlainDate;
  readonly isVoided: boolean;
  /** From a booklet or a certificate: it was not given at this centre. */
  readonly isElsewhere: boolean;
  /** The lot it was recorded with at first, where it was corrected. */
  readonly firstLot?: string;
}

/** Who got a lot, for a spreadsheet. `notNamed` counts doses of people who may not or cannot be named. */
export function lotTraceCsv(
  { lot, doses, notNamed }: { lot: string; doses: readonly TracedDose[]; notNamed: number },
  language: Language,
): string {
  const words = lotTraceTexts[language];
  const { familyName, givenName, birthDate, phone, email, address, product, dose, givenOn, state } = words;
  return [
    csvStart,
    csvLine([`${words.title} ${lot}`]),
    csvLine([words.confidential]),
    ...(notNamed > 0 ? [csvLine([words.notNamed, notNamed])] : []),
    csvLine([familyName, givenName, birthDate, phone, email, address, product, dose, givenOn, state]),
    ...doses.map((each) =>
      csvLine([
        each.familyName,
        each.givenName,
        formatDate(each.birthDate, language),
        each.phone,
        each.email,
        [each.street, [each.postcode, each.city].filter(Boolean).join(' ')].filter(Boolean).join(', '),
        each.product,
        each.ordinal,
        formatDate(each.givenOn, language),
        [
          each.isElsewhere && words.elsewhere,
          each.firstLot && `${words.corrected} ${each.firstLot}`,
          each.isVoided && words.voided,
        ]
          .filter(Boolean)
          .join('; '),
      ]),
    ),
  ].join('');
}
