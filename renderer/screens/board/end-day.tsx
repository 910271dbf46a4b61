import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { CommandDialog } from '../../components/command-dialog.tsx';
import { useStationCommand } from '../../station-context.tsx';
import { useBoard } from './use-board.ts';
import { EndVisit } from './without-dose.tsx';

type Board = ChannelOutput<'board.now'>;

/** Ends the day by hand: whoever is still expected did not come. How many is said first, and whether it is early. */
export function EndDay({ board }: { board: Board }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('board.endDay')}
      </Button>
      {isOpen && <EndDayDialog board={board} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Whoever is in the house is not sent home by ending the day: they are named. */
function StillInHouse() {
  const { t } = useTranslation();
  const { data } = useBoard('day');
  const inside = (data?.ok ? data.value.entries : []).filter(
    ({ visit }) => visit !== undefined && visit.stage !== 'check-out',
  );
  if (inside.length === 0) return null;
  return (
    <div className="dates-warning" role="alert" data-testid="still-inside">
      <p>{t('board.endDayInside', { count: inside.length })}</p>
      <ul>
        {inside.map((entry) => (
          <li key={entry.visit?.visitId ?? entry.personId}>
            <bdi>
              {entry.familyName}, {entry.givenName}
            </bdi>
            {entry.visit && ` · ${t(`board.stages.${entry.visit.stage}`)}`}
            <EndVisit entry={entry} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function EndDayDialog({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('board.end-day');
  const { booked, arrived, noShow, overdue } = board.counts;
  const expected = Math.max(0, booked - arrived - noShow);
  const later = Math.max(0, expected - overdue);
  return (
    <CommandDialog
      title={t('board.endDay')}
      submitLabel={t(later > 0 ? 'board.endDayAnyway' : 'board.endDay')}
      submitTestId="confirm-end-day"
      send={(requestId) => send({ requestId, day: board.day })}
      onDone={({ value }) => t('board.endDayDone', { count: value.count })}
      onClose={onClose}
    >
      <p data-testid="still-expected">{t('board.endDayExpected', { count: expected })}</p>
      {later > 0 && (
        <p className="dates-warning" role="alert">
          {t('board.endDayEarly', { count: later })}
        </p>
      )}
      <StillInHouse />
      <p>{t('board.endDayText')}</p>
    </CommandDialog>
  );
}
