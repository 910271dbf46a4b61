import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useMay } from '../../session/use-may.ts';
import { useStationQuery } from '../../station-context.tsx';
import { PersonReactions } from '../adverse-events/person-reactions.tsx';
import { AppointmentPanel } from '../appointments/appointment-panel.tsx';
import { PersonConsents } from '../consent/person-consents.tsx';
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
  const { date } = useFormats();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('people.record', { personId }, ['people', 'desk', 'passes']);
  const details = data?.ok ? data.value.details : undefined;
  return (
    <Page
      title={details ? <bdi>{nameOf(details)}</bdi> : t('people.title')}
      back={{ name: t('people.back'), onBack: () => go({ screen: 'people' }) }}
      note={details && t('person.born', { date: date(details.birthDate) })}
      actions={
        <Button variant="light" onClick={() => go({ screen: 'desk', personId })}>
          {t('people.toDesk')}
        </Button>
      }
      testId="people"
    >
      {!data && <EmptyState>{t('people.searching')}</EmptyState>}
      {data && !data.ok && <Said tone="fault">{sentenceOf(data)}</Said>}
      {data?.ok && <Sections record={data.value} />}
    </Page>
  );
}

/** As the person is called; some have only one name. */
function nameOf({ givenName, familyName }: PersonRecord['details']): string {
  return [givenName, familyName].filter((name) => name !== '').join(' ');
}

function Sections({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const seesReactions = useMay(mayGiveDoses);
  const { restriction } = record;
  return (
    <article data-testid="record">
      {restriction && (
        <p className="people-restricted" role="status" data-testid="restriction">
          {t(`people.restrictedBecause.${restriction.why}`)}
          {restriction.eraseFrom && ` ${t('people.erasedOn', { date: date(restriction.eraseFrom) })}`}
        </p>
      )}
      <div className="people-sections">
        <div className="people-column">
          <DetailsSection record={record} />
          <Card title={t('dates.title')}>
            {record.status === 'restricted' ? (
              <p data-testid="dates-hidden">{t('people.datesHidden')}</p>
            ) : (
              <AppointmentPanel personId={record.personId} />
            )}
          </Card>
          <PersonConsents personId={record.personId} mayChange={record.status === 'registered'} />
          <LinksSection record={record} />
          <ConsentSection record={record} />
        </div>
        <div className="people-column">
          <DosesSection record={record} />
          {seesReactions && (
            <Card title={t('reactions.title')}>
              <PersonReactions personId={record.personId} />
            </Card>
          )}
          <VersionsSection record={record} />
          <ExportSection record={record} />
          <RestrictionSection record={record} />
        </div>
      </div>
    </article>
  );
}
