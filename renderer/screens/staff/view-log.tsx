import { NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { DestinationChanges, Disclosures } from './what-left.tsx';

type Filter = ChannelInput<'staff.views'>;

const TYPING_PAUSE_MS = 250;

/** Who opened whose record on a day, and why, and what left the station: filtered by person, staff and day. */
export function ViewLog() {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const [day, setDay] = useState<string>(() => formats.today());
  const [staffId, setStaffId] = useState('');
  const [person, setPerson] = useState('');
  const [wantedPerson] = useDebouncedValue(person.trim(), TYPING_PAUSE_MS);
  const staff = useStationQuery('staff.list', {}, ['staff']).data;
  const filter: Filter = {
    ...(parsePlainDate(day) ? { day } : {}),
    ...(staffId ? { staffId } : {}),
    ...(wantedPerson ? { person: wantedPerson } : {}),
  };
  const { data } = useStationQuery('staff.views', filter, ['staff']);
  const members = staff?.ok ? staff.value.members : [];
  return (
    <>
      <p className="station-dim">{t('staff.views.text')}</p>
      <div className="staff-filter" data-entry="none">
        <DateInput
          language={formats.language}
          today={formats.today()}
          label={t('staff.views.day')}
          isPast
          value={day}
          onChange={setDay}
        />
        <NativeSelect
          label={t('staff.views.staff')}
          value={staffId}
          onChange={(event) => setStaffId(event.currentTarget.value)}
          data={[
            { value: '', label: t('staff.views.everybody') },
            ...members.map((member) => ({ value: member.staffId, label: member.name })),
          ]}
        />
        <TextInput
          label={t('staff.views.person')}
          value={person}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
      </div>
      {!data && <Skeleton height={200} aria-hidden="true" />}
      {data && !data.ok && <p role="alert">{sentenceOf(data)}</p>}
      {data?.ok && (
        <>
          <Views {...data.value} isFiltered={staffId !== '' || wantedPerson !== ''} />
          <Disclosures disclosures={data.value.disclosures} />
          <DestinationChanges destinations={data.value.destinations} />
          {data.value.hasMore && <p className="staff-notice">{t('staff.views.more')}</p>}
        </>
      )}
    </>
  );
}

function Views({ views, isFiltered }: ChannelOutput<'staff.views'> & { isFiltered: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (views.length === 0)
    return <p role="status">{t(isFiltered ? 'staff.views.noneFiltered' : 'staff.views.none')}</p>;
  return (
    <Card>
      <Table className="staff-table" aria-label={t('staff.views.table')} data-testid="views">
        <thead>
          <tr>
            <th scope="col">{t('staff.views.at')}</th>
            <th scope="col">{t('staff.views.staff')}</th>
            <th scope="col">{t('staff.views.whose')}</th>
            <th scope="col">{t('staff.views.why')}</th>
          </tr>
        </thead>
        <tbody>
          {views.map(({ viewId, at, staffName, person, why }) => (
            <tr key={viewId}>
              <td>{formats.clock(at)}</td>
              <td>{staffName}</td>
              <td>
                {person
                  ? `${person.familyName}, ${person.givenName} · ${formats.date(person.birthDate)}`
                  : t('staff.views.erased')}
              </td>
              <td>{t(`staff.reasons.${why}`)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
