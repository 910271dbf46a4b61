import './decision-panel.css';
import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useSyncStatus } from '../../components/use-sync-status.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { NextDate } from '../appointments/next-date.tsx';
import { givenInSeries } from './given-in-series.ts';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Done } from './use-desk.ts';

const simpleSentences = {
  'checked-in': 'done.checkedIn',
  'sent-on': 'done.sentOn',
  voided: 'done.voided',
} as const;

/** Says in green what was saved, and what comes next for this person. */
export function DonePanel({
  done,
  card,
  actions,
  isCurrent,
}: {
  done: Done;
  card: PersonCard;
  actions: ArrivalActions;
  isCurrent: boolean;
}) {
  const { t } = useTranslation();
  const next = useNextSentence(card);
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the button comes and goes with the next action
  useLayoutEffect(() => button.current?.focus(), [card.nextAction]);
  const total = card.product.doseCount;
  const count = givenInSeries(card);
  const doseSaved = useDoseSaved();
  const sentence =
    done.kind === 'dose'
      ? `${t(doseSaved, { ordinal: done.ordinal, count, total })} ${next}`
      : t(simpleSentences[done.kind]);
  return (
    <div className="desk-decision" data-light="green" data-testid="done">
      <IconCircleCheck size={44} stroke={2} aria-hidden />
      <p>{sentence}</p>
      {card.nextAction === 'record-dose' && done.kind !== 'sent-on' && actions.canReceive && (
        <Button ref={button} size="xl" onClick={actions.takeNext} data-testid="next-action">
          {t(actions.canGiveDoses ? 'action.recordDose' : 'action.sendOn')}
          <KeyHint name="F8" />
        </Button>
      )}
      {done.kind === 'dose' && <NextDate personId={card.person.personId} hasKey={isCurrent} />}
    </div>
  );
}

/** In a connected centre headquarters changes the card, as soon as it knows of the dose. */
function useDoseSaved() {
  const status = useSyncStatus();
  if (status?.mode !== 'connected') return 'done.dose';
  return status.trouble ? 'done.doseWaits' : 'done.doseFollows';
}

function useNextSentence(card: PersonCard): string {
  const { t } = useTranslation();
  const formats = useFormats();
  const open = card.appointments.find(({ status }) => status === 'booked');
  const given = givenInSeries(card);
  const isComplete = given >= card.product.doseCount;
  if (open && isComplete && open.plannedDose <= given)
    return t('done.completeButBooked', { date: formats.date(open.day) });
  if (open) return t('done.next', { date: formats.date(open.day), clock: formats.clock(open.startsAt) });
  return isComplete ? t('done.complete') : t('done.noNext');
}
