import { useTranslation } from 'react-i18next';
import { OFFER_MINUTES } from '../../../domain/appointments/standby.ts';
import { DoseOf } from '../../components/dose-words.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { OfferLine } from './offer-line.tsx';
import { datesTopics } from './use-dates.ts';

/** Who waits for an earlier place, in the order of offers, and how they are reached. */
export function StandbyTab() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { go } = useNavigation();
  const { data } = useStationQuery('appointments.standby-list', {}, datesTopics);
  const waiting = data?.ok ? data.value.waiting : [];
  return (
    <section className="desk-card" aria-label={t('dates.standby.title')}>
      <p className="station-dim">{t('dates.standby.text', { minutes: OFFER_MINUTES })}</p>
      {data?.ok && waiting.length === 0 && <p className="board-empty">{t('dates.standby.none')}</p>}
      <ol className="desk-rows" data-testid="standby">
        {waiting.map((person) => (
          <li key={person.standbyId}>
            <button
              type="button"
              className="desk-candidate"
              onClick={() => go({ screen: 'desk', personId: person.personId })}
            >
              <span className="desk-today-name">
                {person.familyName}, {person.givenName}
                <span className="desk-today-detail">
                  {formats.date(person.birthDate)} · <DoseOf {...person} />
                </span>
              </span>
              <span>
                {t('dates.standby.range', {
                  from: formats.date(person.fromDay),
                  to: formats.date(person.toDay),
                })}{' '}
                · {person.lane ?? t('dates.standby.anyLane')}
              </span>
              <span>
                {t(`dates.standby.reach.${person.reach}`)}
                {person.reach !== 'here' && `: ${person.contact ?? t('dates.standby.noContact')}`}
              </span>
            </button>
            {person.offer ? <OfferLine offer={person.offer} /> : <span>{t('dates.standby.waiting')}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}
