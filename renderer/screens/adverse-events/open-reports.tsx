import './adverse-events.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../../contracts/ipc/person-brief.ts';
import { type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationQuery } from '../../station-context.tsx';
import { ReactionsDialog } from './reactions-dialog.tsx';

/** What the health office is still to be told, with the time that is left; nothing where there is nothing. */
export function OpenReports({ now }: { now: Instant }) {
  return useMay(mayGiveDoses) ? <Reports now={now} /> : null;
}

function Reports({ now }: { now: Instant }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const { data } = useStationQuery('adverse-events.open', {}, ['board']);
  const [opened, setOpened] = useState<PersonBrief>();
  const entries = data?.ok ? data.value.entries : [];
  return (
    <>
      {entries.length > 0 && (
        <section className="reactions-open" aria-label={t('reactions.open')} data-testid="open-reports">
          <h3>{t('reactions.open')}</h3>
          <ul className="reactions-list">
            {entries.map(({ adverseEventId, person, dueAt }) => {
              const minutes = Math.floor(secondsBetween(now, dueAt) / 60);
              return (
                <li key={adverseEventId} className="reactions-open-row" data-late={minutes < 0}>
                  <strong>
                    <bdi>{listName(person)}</bdi>
                  </strong>
                  <span>
                    {minutes < 0
                      ? t('reactions.late', { at: moment(dueAt) })
                      : t('reactions.left', { at: moment(dueAt), time: hoursAndMinutes(minutes) })}
                  </span>
                  <Button size="compact-md" onClick={() => setOpened(person)}>
                    {t('reactions.show')}
                  </Button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {opened && <ReactionsDialog person={opened} onClose={() => setOpened(undefined)} />}
    </>
  );
}

function hoursAndMinutes(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
