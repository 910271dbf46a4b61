import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { AppointmentPanel } from '../appointments/appointment-panel.tsx';
import { ConsentSection } from './consent-section.tsx';
import { DetailsSection } from './details-section.tsx';
import { DosesSection } from './doses-section.tsx';
import { ExportSection } from './export-section.tsx';
import { LinksSection } from './links-section.tsx';
import { RestrictionSection } from './restriction-section.tsx';
import { VersionsSection } from './versions-section.tsx';

/** Everything that is known of one person, and what may be done about it. */
export function RecordView({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('people.record', { personId }, ['people', 'desk', 'passes']);
  return (
    <>
      <div className="people-bar">
        <Button
          variant="subtle"
          leftSection={<IconArrowLeft size={18} aria-hidden />}
          onClick={() => go({ screen: 'people' })}
        >
          {t('people.back')}
        </Button>
        <Button variant="light" onClick={() => go({ screen: 'desk', personId })}>
          {t('people.toDesk')}
        </Button>
      </div>
      {!data && <p className="people-empty">{t('people.searching')}</p>}
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
      {data?.ok && <Sections record={data.value} />}
    </>
  );
}

function Sections({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { details, restriction } = record;
  return (
    <article data-testid="record">
      <header className="people-head">
        <h2>
          <bdi>{[details.givenName, details.familyName].filter((name) => name !== '').join(' ')}</bdi>
        </h2>
        <p>{t('person.born', { date: date(details.birthDate) })}</p>
      </header>
      {restriction && (
        <p className="people-restricted" role="status" data-testid="restriction">
          {t(`people.restrictedBecause.${restriction.why}`)}
          {restriction.eraseFrom && ` ${t('people.erasedOn', { date: date(restriction.eraseFrom) })}`}
        </p>
      )}
      <div className="people-sections">
        <DetailsSection record={record} />
        <DosesSection record={record} />
        <section className="people-card">
          <h3>{t('dates.title')}</h3>
          {record.status === 'restricted' ? (
            <p data-testid="dates-hidden">{t('people.datesHidden')}</p>
          ) : (
            <AppointmentPanel personId={record.personId} />
          )}
        </section>
        <LinksSection record={record} />
        <ConsentSection record={record} />
        <VersionsSection record={record} />
        <ExportSection record={record} />
        <RestrictionSection record={record} />
      </div>
    </article>
  );
}
