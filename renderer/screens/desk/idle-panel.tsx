import './idle-panel.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonBrief } from '../../../contracts/ipc/person-brief.ts';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import { Card } from '../../../ui/card.tsx';
import { Said } from '../../../ui/said.tsx';
import { walkList } from '../../../ui/walk-list.ts';
import { DoseOf } from '../../components/dose-words.tsx';
import { listName } from '../../components/list-name.ts';
import { TrialPages } from '../../components/trial-pages.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import type { Done } from './use-desk.ts';

const MOST = 5;

type Today = ChannelOutput<'desk.today'>;

/** While nobody stands here: what was done last, who is due next, who is late, and who was open before. */
export function IdlePanel({
  done,
  recent,
  onOpen,
}: {
  done: Done | undefined;
  recent: readonly PersonBrief[];
  onOpen(personId: string): void;
}) {
  const { t } = useTranslation();
  const { data } = useStationQuery('desk.today', { wholeDay: false }, ['desk', 'appointments']);
  const today = data?.ok ? data.value : undefined;
  return (
    <div className="desk-idle" data-testid="idle">
      {done?.kind === 'sent-on' && (
        <Said tone="done" testId="done">
          {t('done.sentOn', { name: done.name })}
        </Said>
      )}
      <div>
        <h2>{t('scan.idleTitle')}</h2>
        <p className="station-dim">{t('scan.idleText')}</p>
        <TrialPages />
      </div>
      {today && (
        <div className="desk-idle-lists">
          <NextOnes today={today} onOpen={onOpen} />
          <LateOnes today={today} onOpen={onOpen} />
          {recent.length > 0 && (
            <PersonList testId="idle-recent" title={t('today.recent')} people={recent} onOpen={onOpen} />
          )}
        </div>
      )}
    </div>
  );
}

function NextOnes({ today: { entries, now, isWholeDay }, onOpen }: { today: Today; onOpen: OnOpen }) {
  const { t } = useTranslation();
  const { clock } = useFormats();
  const next = entries.filter((entry) => entry.status === 'booked' && !isLate(entry, now));
  return (
    <PersonList
      testId="idle-next"
      title={t('today.next')}
      people={next.slice(0, MOST)}
      empty={t(isWholeDay ? 'today.nextNone' : 'today.emptyNow')}
      onOpen={onOpen}
    >
      {(entry) => (
        <>
          {clock(entry.startsAt)} · <DoseOf {...entry} />
        </>
      )}
    </PersonList>
  );
}

/** From the first whole minute on: nobody is late by nothing. */
function isLate({ startsAt }: { readonly startsAt: Instant }, now: Instant): boolean {
  return secondsBetween(startsAt, now) >= 60;
}

/** Those whose time was last come first: whoever comes late comes a little late. */
function LateOnes({ today: { entries, now }, onOpen }: { today: Today; onOpen: OnOpen }) {
  const { t } = useTranslation();
  const { clock, duration } = useFormats();
  const late = entries.filter((entry) => entry.status === 'booked' && isLate(entry, now)).reverse();
  return (
    <PersonList
      testId="idle-late"
      title={t('today.late')}
      people={late.slice(0, MOST)}
      empty={t('today.lateNone')}
      more={late.length > MOST ? t('today.lateMore') : undefined}
      onOpen={onOpen}
    >
      {({ startsAt }) => (
        <>
          {clock(startsAt)} ·{' '}
          <span className="desk-late">
            {t('today.lateSince', { time: duration(Math.floor(secondsBetween(startsAt, now) / 60)) })}
          </span>
        </>
      )}
    </PersonList>
  );
}

type OnOpen = (personId: string) => void;

/** Somebody with two dates on one day is there twice. */
function PersonList<Entry extends PersonBrief & { readonly appointmentId?: string }>({
  testId,
  title,
  people,
  empty,
  more,
  onOpen,
  children,
}: {
  testId: string;
  title: string;
  people: readonly Entry[];
  empty?: string;
  more?: string | undefined;
  onOpen: OnOpen;
  children?(entry: Entry): ReactNode;
}) {
  const { date } = useFormats();
  return (
    <Card title={title} testId={testId}>
      {people.length === 0 && <p className="station-dim">{empty}</p>}
      <ul className="desk-idle-list" onKeyDown={walkList}>
        {people.map((entry) => (
          <li key={entry.appointmentId ?? entry.personId}>
            <button type="button" onClick={() => onOpen(entry.personId)}>
              <bdi className="desk-today-name">{listName(entry)}</bdi>
              <span className="desk-today-detail">{children?.(entry) ?? date(entry.birthDate)}</span>
            </button>
          </li>
        ))}
      </ul>
      {more !== undefined && <p className="station-dim">{more}</p>}
    </Card>
  );
}
