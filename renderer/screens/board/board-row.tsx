import { Button } from '@mantine/core';
import {
  IconClock,
  IconClockExclamation,
  IconDoorEnter,
  IconDoorExit,
  IconEye,
  IconVaccine,
  IconX,
  type TablerIcon,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import type { VisitStage } from '../../../domain/appointments/events.ts';
import { type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { ObservedSteps, ObservedUntil } from './observed.tsx';
import { ReactionButton } from './reaction-button.tsx';
import { EndVisit, ResumeVisit } from './without-dose.tsx';

const after: Record<VisitStage, VisitStage | undefined> = {
  reception: 'vaccination',
  vaccination: 'observation',
  observation: 'check-out',
  'check-out': undefined,
};
const before: Record<VisitStage, VisitStage | undefined> = {
  reception: undefined,
  vaccination: 'reception',
  observation: 'vaccination',
  'check-out': 'observation',
};

/** One person of the day: when, who, where they are, how long already, and the next place with one click. */
export function BoardRow({ entry, now }: { entry: BoardEntry; now: Instant }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { go } = useNavigation();
  const { visit, startsAt } = entry;
  const name = `${entry.familyName}, ${entry.givenName}`;
  return (
    <div className="board-row" data-stage={visit?.stage ?? entry.status}>
      <span className="board-time">{startsAt ? formats.clock(startsAt) : t('board.walkIn')}</span>
      <button
        type="button"
        className="board-name"
        title={t('board.open', { name })}
        onClick={() => go({ screen: 'desk', personId: entry.personId })}
      >
        {name}
        <span className="station-dim board-detail">
          {formats.date(entry.birthDate)}
          {entry.plannedDose !== undefined && ` · ${t('person.dose', { ordinal: entry.plannedDose })}`}
          {entry.vaccine !== undefined && ` ${entry.vaccine}`}
          {entry.lane !== undefined && ` · ${entry.lane}`}
        </span>
      </button>
      <Where entry={entry} now={now} />
      <Steps entry={entry} now={now} />
    </div>
  );
}

const stageIcons: Record<VisitStage, TablerIcon> = {
  reception: IconDoorEnter,
  vaccination: IconVaccine,
  observation: IconEye,
  'check-out': IconDoorExit,
};

/** Where somebody is, as icon, word and minutes. */
function Where({ entry: { visit, status, startsAt }, now }: { entry: BoardEntry; now: Instant }) {
  const { t } = useTranslation();
  const { duration } = useFormats();
  if (visit?.observation)
    return <ObservedUntil observation={visit.observation} isHeld={visit.isHeld} now={now} />;
  if (visit) {
    const Icon = stageIcons[visit.stage];
    const inStage = minutesBetween(visit.stageSince, now);
    const inside = minutesBetween(visit.checkedInAt, now);
    return (
      <span className="board-where" data-where={visit.stage}>
        <Icon size={20} aria-hidden />
        <span>
          {visit.isEnded ? t('visit.ended') : t(`board.stages.${visit.stage}`)}
          {visit.stage !== 'check-out' && (
            <span className="board-detail">
              {inStage < inside && `${t('board.since', { time: duration(inStage) })} · `}
              {t('board.inside', { time: duration(inside) })}
            </span>
          )}
        </span>
      </span>
    );
  }
  const late = startsAt && status === 'booked' ? minutesBetween(startsAt, now) : 0;
  const isGone = status === 'no-show' || status === 'cancelled';
  const Icon = isGone ? IconX : late > 0 ? IconClockExclamation : IconClock;
  const label = status === undefined || status === 'booked' ? t('board.expected') : t(`status.${status}`);
  return (
    <span className="board-where" data-where={late > 0 ? 'late' : status}>
      <Icon size={20} aria-hidden />
      <span>
        {label}
        {late > 0 && <span className="board-detail">{t('board.late', { time: duration(late) })}</span>}
      </span>
    </span>
  );
}

function Steps({ entry, now }: { entry: BoardEntry; now: Instant }) {
  const { visit, personId } = entry;
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('board.reach-stage');
  const sentenceOf = useRefusalSentence();
  const [refused, setRefused] = useState<string>();
  if (!visit) return <span />;
  if (visit.isEnded)
    return (
      <span className="board-steps">
        <ResumeVisit entry={entry} />
      </span>
    );
  const { visitId } = visit;
  const go = async (stage: VisitStage) => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, visitId, stage });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  const next = after[visit.stage];
  const back = visit.observation ? undefined : before[visit.stage];
  return (
    <span className="board-steps">
      <ReactionButton entry={entry} />
      {visit.observation && <ObservedSteps entry={entry} observation={visit.observation} now={now} />}
      {next && visit.stage !== 'check-out' && !visit.observation && (
        <Button size="compact-md" disabled={isBusy} data-action="next" onClick={() => void go(next)}>
          {t(`board.next.${visit.stage}`)}
        </Button>
      )}
      {back && (
        <Button
          size="compact-md"
          variant="subtle"
          disabled={isBusy}
          aria-label={t('board.back', { stage: t(`board.stages.${back}`) })}
          onClick={() => void go(back)}
        >
          ↩
        </Button>
      )}
      <EndVisit entry={entry} />
      {refused && <span role="alert">{refused}</span>}
    </span>
  );
}

function minutesBetween(from: Instant, to: Instant): number {
  return Math.max(0, Math.floor(secondsBetween(from, to) / 60));
}
