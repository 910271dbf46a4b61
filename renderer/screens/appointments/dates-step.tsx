import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { BookingDialog } from './booking-dialog.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { JoinStandbyDialog } from './join-standby-dialog.tsx';
import { MoveDialog } from './move-dialog.tsx';
import { useDatesOf } from './use-dates.ts';

export type DateView = DatesOfPerson['dates'][number];

/** What can be done with somebody's dates, each in a dialog of its own. */
export type DatesStep = { kind: 'book' | 'standby' } | { kind: 'move' | 'cancel'; date: DateView };

export function DatesStepDialog({
  personId,
  step,
  onClose,
}: {
  personId: string;
  step: DatesStep;
  onClose(): void;
}) {
  const dates = useDatesOf(personId);
  switch (step.kind) {
    case 'book':
      return <BookingDialog personId={personId} onClose={onClose} />;
    case 'standby':
      return <JoinStandbyDialog personId={personId} vaccines={dates?.vaccines} onClose={onClose} />;
    case 'move':
      return <MoveDialog personId={personId} date={step.date} onClose={onClose} />;
    case 'cancel':
      return <CancelDialog personId={personId} date={step.date} onClose={onClose} />;
  }
}
