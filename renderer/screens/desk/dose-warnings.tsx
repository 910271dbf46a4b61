import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { isGraveObjection } from '../../../domain/stock/vial-objection.ts';
import type { DoseEntry } from './draft-dose.tsx';
import { useLastDose } from './use-last-dose.ts';

export type DoseWarning = NonNullable<ChannelInput<'desk.record-grave-dose'>['overrides']>[number];

const ofTheCard = [
  'severe-reaction',
  'earlier-reaction',
  'second-record',
  'dose-already-today',
  'too-early',
  'series-complete',
  'too-young',
  'too-old',
] as const;

/** All there is against this dose: what the card says of the person, and what the entry says of the vial. */
export function warningsOf(card: PersonCard, entry: DoseEntry, today: PlainDate): DoseWarning[] {
  return [
    ...(isExpired(entry.expiresOn, today) ? ['lot-expired' as const] : []),
    ...ofTheCard.filter((warning) => card.warnings.includes(warning)),
    ...(card.visit ? [] : ['not-checked-in' as const]),
  ];
}

export function isExpired(expiresOn: string | undefined, today: PlainDate): boolean {
  return expiresOn !== undefined && expiresOn !== '' && expiresOn < today;
}

/** Each of them in words, where the dose is confirmed. */
export function DoseWarnings({ warnings, card }: { warnings: readonly DoseWarning[]; card: PersonCard }) {
  const { t, i18n } = useTranslation();
  const second = i18n.language === 'en' ? card.second?.sentence.en : card.second?.sentence.de;
  const lastDose = useLastDose(card);
  const reactionsOf = (warning: DoseWarning) =>
    card.reactions
      ?.filter((each) => each.warning === warning)
      .map(({ sentence }) => (i18n.language === 'en' ? sentence.en : sentence.de))
      .join(' ');
  return warnings.map((warning) => (
    <p key={warning} className="desk-refusal" role="alert" data-testid="dose-warning" data-reason={warning}>
      <span>
        {warning === 'second-record' ? second : reactionsOf(warning)} {t(`refusal.${warning}`)}{' '}
        {(warning === 'dose-already-today' || warning === 'too-early') && lastDose}
      </span>
    </p>
  ));
}

/** What there is against the vial: a code that nobody knows, and what the stock says. */
export function VialObjections({
  entry,
  unknownVial,
}: {
  entry: DoseEntry;
  /** The sentence about its code, where that is unknown. */
  unknownVial: string | undefined;
}) {
  const { t } = useTranslation();
  const said = [
    ...(unknownVial === undefined ? [] : [{ reason: 'unknown-vial', sentence: unknownVial }]),
    ...(entry.vial?.objections ?? []).map((reason) => ({
      reason,
      sentence: isGraveObjection(reason) ? t(`refusal.${reason}`) : t('vial.unknownLot'),
    })),
  ];
  return said.map(({ reason, sentence }) => (
    <p key={reason} className="desk-refusal" role="alert" data-testid="dose-warning" data-reason={reason}>
      <span>{sentence}</span>
    </p>
  ));
}
