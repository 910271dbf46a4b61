import { useTranslation } from 'react-i18next';
import type { TriedHistory } from '../../../contracts/ipc/schedules-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import type { TypedDose } from './typed-doses.tsx';

/** What the schedule says of a history: the sentence first, then every dose and the dates. */
export function EvaluatedHistory({ result, doses }: { result: TriedHistory; doses: readonly TypedDose[] }) {
  const { t } = useTranslation();
  const { date, language } = useFormats();
  const { next } = result;
  const days = next && (['earliest', 'recommended', 'pastDue', 'latest'] as const);
  return (
    <div className="schedules-result" data-testid="try-result">
      <h4>{t('schedules.result.title')}</h4>
      <Said tone="done" testId="try-sentence">
        {result.sentence[language]}
      </Said>
      {doses.length > 0 && (
        <ol className="schedules-doses">
          {doses.map(({ key, on }, place) => {
            const verdict = result.doses[place];
            const day = parsePlainDate(on);
            return (
              verdict && (
                <li key={key} data-status={verdict.status}>
                  <strong>
                    {t('schedules.dose', { number: place + 1 })}
                    {day && `, ${date(day)}`}:
                  </strong>{' '}
                  {verdict.sentence[language]}
                </li>
              )
            );
          })}
        </ol>
      )}
      <dl className="schedules-facts">
        <dt>{t('schedules.result.series')}</dt>
        <dd>{result.series[language]}</dd>
        {next && (
          <>
            <dt>{t('schedules.result.next')}</dt>
            <dd>{t('schedules.dose', { number: next.dose })}</dd>
          </>
        )}
        {days?.map((which) => {
          const day = next?.[which];
          return (
            <div className="schedules-fact" key={which}>
              <dt>{t(`schedules.result.${which}`)}</dt>
              <dd>{day ? date(day) : t('schedules.result.noLimit')}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
