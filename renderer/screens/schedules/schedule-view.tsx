import { useTranslation } from 'react-i18next';
import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** One schedule in plain words: where it comes from, then every series dose by dose. */
export function ScheduleView({ schedule }: { schedule: ShownSchedule }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { source, version, issuedOn, products, note, series } = schedule;
  return (
    <>
      <Card>
        <dl className="schedules-facts">
          <dt>{t('schedules.source')}</dt>
          <dd>{source}</dd>
          <dt>{t('schedules.version')}</dt>
          <dd>{version}</dd>
          {issuedOn && (
            <>
              <dt>{t('schedules.issuedOn')}</dt>
              <dd>{date(issuedOn)}</dd>
            </>
          )}
          <dt>{t('schedules.products')}</dt>
          <dd>{products.map(({ name }) => name).join('; ')}</dd>
        </dl>
        {note && <p className="schedules-note">{note[language]}</p>}
      </Card>
      {series.map(({ name, isForRisk, doses }) => (
        <Card key={name} title={isForRisk ? `${name} (${t('schedules.risk')})` : name}>
          <ol className="schedules-doses">
            {doses.map((sentences, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a dose is its place in the series
              <li key={place}>
                <strong>{t('schedules.dose', { number: place + 1 })}</strong>
                <ul>
                  {sentences.map((sentence) => (
                    <li key={sentence.en}>{sentence[language]}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </Card>
      ))}
    </>
  );
}
