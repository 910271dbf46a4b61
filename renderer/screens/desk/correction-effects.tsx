import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Effects = ChannelOutput<'desk.weigh-correction'>;
type Due = Effects['next'][number]['before'];

/** What else is different once the dose is corrected, before anybody agrees to it; what speaks against it is alarmed. */
export function CorrectionEffects({ effects }: { effects: Effects }) {
  const { t } = useTranslation();
  const { language, moment } = useFormats();
  const due = useDueWords();
  const { place, next, dates, pass, stock, warnings, blocked, consentFor } = effects;
  const words = [
    place &&
      t('correctDose.effects.place', {
        ordinal: place.after.ordinal,
        disease: place.after.disease[language],
        before: place.before.ordinal,
        diseaseBefore: place.before.disease[language],
      }),
    ...next.map(({ vaccine, before, after }) =>
      t('correctDose.effects.next', { vaccine, after: due(after), before: due(before) }),
    ),
    ...dates.map(({ startsAt, dose, vaccine }) =>
      t('correctDose.effects.date', { at: moment(startsAt), ordinal: dose, vaccine }),
    ),
    pass && t('correctDose.effects.pass', pass),
    stock &&
      t('correctDose.effects.stock', {
        from: `${stock.from.product} ${stock.from.lot}`,
        to: `${stock.to.product} ${stock.to.lot}`,
      }),
    ...(stock?.objections ?? [])
      .filter((each) => each !== 'lot-blocked')
      .map((each) => t(`stock.difference.drawn.${each}`)),
  ].filter((each) => each !== undefined);
  const alarms = [
    ...(blocked === undefined ? [] : [t('correctDose.effects.blocked', { reason: blocked })]),
    ...warnings.map((each) => t(`correctDose.warnings.${each}`)),
    ...(consentFor === undefined ? [] : [t('correctDose.effects.consent', { vaccine: consentFor })]),
  ];
  return (
    <>
      {alarms.length > 0 && (
        <div role="alert" data-testid="correction-alarms">
          {alarms.map((each) => (
            <p key={each}>
              <strong>{each}</strong>
            </p>
          ))}
        </div>
      )}
      <ul className="station-dim" data-testid="correction-effects">
        {words.map((each) => (
          <li key={each}>{each}</li>
        ))}
        <li>{t('correctDose.effects.paper')}</li>
      </ul>
    </>
  );
}

function useDueWords() {
  const { t } = useTranslation();
  const { date } = useFormats();
  return (due: Due) =>
    typeof due === 'string'
      ? t(`correctDose.effects.${due}`)
      : t('correctDose.effects.due', {
          ordinal: due.dose,
          earliest: date(due.earliest),
          from: date(due.recommendedFrom),
          to: date(due.recommendedTo),
        });
}
