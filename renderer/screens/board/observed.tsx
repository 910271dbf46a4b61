import { Button, Radio } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import { type Instant, secondsBetween } from '../../../domain/kernel/instant.ts';
import { observationEndsAt } from '../../../domain/vaccination/observation.ts';
import {
  type EarlyRelease,
  earlyReleases,
  type Observation,
} from '../../../domain/vaccination/observation-events.ts';
import { mayGiveDoses, mayReceive } from '../../../domain/vaccination/who-may.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { PersonLine } from '../../components/person-line.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import { useNow } from './use-now.ts';

const LONGEST = 30;

/** How long somebody is still observed; once it is over, that it is. */
export function ObservedUntil({
  observation,
  isHeld = false,
  now: asked,
}: {
  observation: Observation;
  /** By a reaction. */
  isHeld?: boolean | undefined;
  now: Instant;
}) {
  const { t } = useTranslation();
  const answersForDoses = useMay(mayGiveDoses);
  const now = useNow(asked);
  const left = Math.ceil(secondsBetween(now, observationEndsAt(observation)));
  const isOver = left <= 0 && !isHeld;
  const Icon = isHeld ? IconAlertTriangle : isOver ? IconCircleCheck : IconEye;
  return (
    <span
      className="board-where"
      data-where={isOver ? 'observed' : 'observation'}
      data-testid="observed-until"
    >
      <Icon size={20} aria-hidden />
      <span>
        {t('board.stages.observation')}
        <span className="board-detail">
          {isHeld
            ? t(answersForDoses ? 'board.heldByReaction' : 'board.held')
            : isOver
              ? t('board.observationOver', { count: observation.minutes })
              : t('board.observationLeft', { time: minutesAndSeconds(left), count: observation.minutes })}
        </span>
      </span>
    </span>
  );
}

/** What can be done with somebody under observation: released when it is over, else kept longer or let go early. */
export function ObservedSteps({
  entry,
  observation,
  now: asked,
}: {
  entry: BoardEntry;
  observation: Observation;
  now: Instant;
}) {
  const { t } = useTranslation();
  const now = useNow(asked);
  const mayRelease = useMay(mayReceive);
  const answersForDoses = useMay(mayGiveDoses);
  const release = useStationCommand('board.release');
  const lengthen = useStationCommand('board.lengthen-observation');
  const sentenceOf = useRefusalSentence();
  const [refused, setRefused] = useState<string>();
  const [isEarly, setEarly] = useState(false);
  const { personId, visit } = entry;
  if (!visit) return null;
  const intent = () => ({ requestId: crypto.randomUUID(), personId, visitId: visit.visitId });
  const say = (answer: Awaited<ReturnType<typeof release.send | typeof lengthen.send>>) =>
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  if (observationEndsAt(observation) <= now && !visit.isHeld)
    return (
      <>
        {mayRelease && (
          <Button
            size="compact-md"
            disabled={release.isBusy}
            data-action="next"
            onClick={() => void release.send(intent()).then(say)}
          >
            {t('board.release')}
          </Button>
        )}
        {refused && <span role="alert">{refused}</span>}
      </>
    );
  if (!answersForDoses) return null;
  return (
    <>
      {observation.minutes < LONGEST && (
        <Button
          size="compact-md"
          variant="subtle"
          disabled={lengthen.isBusy}
          onClick={() => void lengthen.send({ ...intent(), minutes: LONGEST }).then(say)}
        >
          {t('board.lengthen', { count: LONGEST })}
        </Button>
      )}
      <Button size="compact-md" variant="light" onClick={() => setEarly(true)}>
        {t(visit.isHeld ? 'board.releaseHeld' : 'board.releaseEarly')}
      </Button>
      {refused && <span role="alert">{refused}</span>}
      {isEarly && (
        <ReleaseEarly
          entry={entry}
          visitId={visit.visitId}
          observation={observation}
          onClose={() => setEarly(false)}
        />
      )}
    </>
  );
}

function ReleaseEarly({
  entry,
  visitId,
  observation,
  onClose,
}: {
  entry: BoardEntry;
  visitId: string;
  observation: Observation;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { send } = useStationCommand('board.release-early');
  const [early, setEarly] = useState<EarlyRelease>();
  const { personId } = entry;
  return (
    <CommandDialog
      title={
        entry.visit?.isHeld
          ? t('board.releaseHeldTitle')
          : t('board.releaseEarlyTitle', { count: observation.minutes })
      }
      submitLabel={t('board.release')}
      submitTestId="confirm-release"
      isReady={early !== undefined}
      send={async (requestId) => (early ? send({ requestId, personId, visitId, early }) : undefined)}
      onClose={onClose}
    >
      <PersonLine person={entry} />
      <Radio.Group
        label={t(entry.visit?.isHeld ? 'board.whyHeld' : 'board.whyEarly')}
        value={early ?? null}
        onChange={(value) => setEarly(earlyReleases.find((each) => each === value))}
      >
        {earlyReleases.map((each) => (
          <Radio key={each} value={each} label={t(`board.early.${each}`)} mt="xs" />
        ))}
      </Radio.Group>
    </CommandDialog>
  );
}

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
