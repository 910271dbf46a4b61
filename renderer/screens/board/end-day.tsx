import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';

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

function EndDayDialog({ board, onClose }: { board: Board; onClose(): void }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('board.end-day');
  const [requestId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<string>();
  const { booked, arrived, noShow, overdue } = board.counts;
  const expected = Math.max(0, booked - arrived - noShow);
  const later = Math.max(0, expected - overdue);
  const confirm = async () => {
    const answer = await send({ requestId, day: board.day });
    setSaid(answer.ok ? t('board.endDayDone', { count: answer.value.count }) : sentenceOf(answer));
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('board.endDay')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {!said && <p data-testid="still-expected">{t('board.endDayExpected', { count: expected })}</p>}
      {!said && later > 0 && (
        <p className="dates-warning" role="alert">
          {t('board.endDayEarly', { count: later })}
        </p>
      )}
      <p>{t('board.endDayText')}</p>
      {said && <p role="status">{said}</p>}
      <div className="desk-actions">
        <Button variant="default" onClick={onClose}>
          {t(said ? 'close' : 'cancel')}
        </Button>
        {!said && (
          <Button
            loading={isBusy}
            variant={later > 0 ? 'outline' : 'filled'}
            onClick={() => void confirm()}
            data-testid="confirm-end-day"
          >
            {t(later > 0 ? 'board.endDayAnyway' : 'board.endDay')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
