import type { Language } from '../../../domain/kernel/bilingual.ts';
import { escapeHtml } from '../../../domain/kernel/escape-html.ts';
import { type GoogleFaultCode, googleSentences } from '../../../issuing/google/google-fault.ts';
import { googleAccountOf, type KeptGoogleAccount } from '../../store/google-account.ts';
import { type CardCounts, cardCounts } from '../../store/google-cards.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { consoleSay, type FormField, filled, formOf, type TypedFields } from './console-page.ts';
import { dangerLink } from './danger-page.ts';

export interface KnownGoogle {
  readonly account: KeptGoogleAccount | undefined;
  readonly counts: CardCounts;
}

export async function knownGoogle(db: CentreDb): Promise<KnownGoogle> {
  return { account: await googleAccountOf(db), counts: await cardCounts(db) };
}

/** By which account a centre speaks to Google, and how its cards go; markup. `place`: the page of the centre. */
export function googlePart(
  { account, counts }: KnownGoogle,
  {
    language,
    place,
    typed,
  }: { readonly language: Language; readonly place: string; readonly typed: TypedFields },
): string[] {
  const say = consoleSay(language);
  const form = formOf(`${place}/google`, filled(googleFields(account, language), typed), {
    submit: say(account ? 'googleChange' : 'googleSet'),
  });
  const head = [`<h2>${say('google')}</h2>`, `<p>${say('googleLead')}</p>`];
  if (!account) return [...head, `<p>${say('googleOff')}</p>`, form];
  return [
    ...head,
    `<p>${say('googleAccount')}: <strong>${escapeHtml(account.accountMail)}</strong></p>`,
    `<p class="dim">${counts.atGoogle} ${say('googleThere')} · ${counts.failing} ${say('googleFailing')} · ${counts.givenUp} ${say('googleGivenUp')}</p>`,
    ...(counts.fault ? [`<p>${faultOf(counts.fault, language)}</p>`] : []),
    ...(counts.givenUp > 0 ? [formOf(`${place}/google/again`, [], { submit: say('googleAgain') })] : []),
    form,
    dangerLink(`${place}/google/remove`, say('googleRemove')),
  ];
}

function googleFields(account: KeptGoogleAccount | undefined, language: Language): FormField[] {
  const say = consoleSay(language);
  return [
    { name: 'issuerId', label: say('googleIssuer'), value: account?.issuerId },
    {
      name: 'accountFile',
      label: say(account ? 'googleFileKept' : 'googleFile'),
      type: 'textarea',
      isSecret: true,
      isOptional: account !== undefined,
    },
    {
      name: 'cardsFor',
      label: say('googleCardsFor'),
      value: account?.cardsFor ?? 'on-request',
      options: [
        { value: 'on-request', label: say('googleOnRequest') },
        { value: 'every-pass', label: say('googleEveryPass') },
      ],
    },
  ];
}

function faultOf(code: string, language: Language): string {
  return code in googleSentences ? escapeHtml(googleSentences[code as GoogleFaultCode][language]) : '';
}
