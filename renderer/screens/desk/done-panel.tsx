import './decision-panel.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { isGrave } from '../../../domain/vaccination/grave-warnings.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useSyncStatus } from '../../components/use-sync-status.ts';
import { VaccinationRecord } from '../../components/vaccination-record.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { NextDate } from '../appointments/next-date.tsx';
import { HandOverButton } from '../handover/hand-over-button.tsx';
import { givenInSeries } from './given-in-series.ts';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Done } from './use-desk.ts';

const simpleSentences = {
  'checked-in': 'done.checkedIn',
  'visit-ended': 'done.visitEnded',
  corrected: 'done.corrected',
  voided: 'done.voided',
} as const;

/**
 * Says in green what was saved, and what comes next for this person. What stands against a dose does not turn green
 * because somebody was checked in all the same.
 */
export function DonePanel({
  done,
  card,
  actions,
  isCurrent,
}: {
  done: Exclude<Done, { kind: 'sent-on' }>;
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
  const doseSaved = useDoseSaved(card.person.personId, done.kind === 'dose');
  const open = toSettle(done, card);
  const sentence =
    done.kind === 'dose'
      ? `${t(doseSaved, { ordinal: done.ordinal, count, total })} ${next}`
      : open.length > 0
        ? [t('done.checkedInDespite'), ...open.map((warning) => t(`refusal.${warning}`))].join(' ')
        : t(simpleSentences[done.kind]);
  const Icon = open.length > 0 ? IconAlertTriangle : IconCircleCheck;
  return (
    <div className="desk-decision" data-light={open.length > 0 ? 'amber' : 'green'} data-testid="done">
      <Icon size={44} stroke={2} aria-hidden />
      <div>
        <p>{sentence}</p>
        <div className="desk-done-actions">
          <HandOverButton card={card} hasKey={isCurrent} />
          {done.kind === 'dose' && <NextDate personId={card.person.personId} hasKey={isCurrent} />}
          {done.kind === 'dose' && <VaccinationRecord personId={card.person.personId} />}
        </div>
      </div>
      {card.nextAction === 'record-dose' && actions.canReceive && (
        <Button ref={button} size="xl" onClick={actions.takeNext} data-testid="next-action">
          {t(actions.canGiveDoses ? 'action.recordDose' : 'action.sendOn')}
          <KeyHint name="F8" />
        </Button>
      )}
    </div>
  );
}

/** What speaks gravely against a dose of somebody who was just checked in. */
export function toSettle(done: Done, { warnings }: PersonCard) {
  return done.kind === 'checked-in' ? warnings.filter(isGrave) : [];
}

/**
 * In a connected centre headquarters changes the card, as soon as it knows of the dose. That there is one in a phone is
 * said where a phone took it; of everybody else, what is true in any case.
 */
function useDoseSaved(personId: string, isDose: boolean) {
  const status = useSyncStatus();
  const isConnected = status?.mode === 'connected';
  const { data } = useStationQuery(
    'handover.ways',
    { personId },
    ['passes', 'handover'],
    isDose && isConnected,
  );
  if (!isConnected) return 'done.dose';
  const way = data?.ok ? data.value.lastHandedOver?.way : undefined;
  const isInPhone = way === 'apple-wallet' || way === 'google-wallet';
  // A line that is lost after headquarters confirmed the dose keeps nothing back.
  if (status.trouble && status.unsent > 0) return isInPhone ? 'done.doseWaits' : 'done.dosePassWaits';
  return isInPhone ? 'done.doseFollows' : 'done.dosePassFollows';
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
  const { stands, window } = card;
  if (stands) return window ? `${t('done.noNext')} ${stands[formats.language]}` : stands[formats.language];
  return isComplete ? t('done.complete') : t('done.noNext');
}
