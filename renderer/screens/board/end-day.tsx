import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationCommand } from '../../station-context.tsx';

/** Ends the day by hand: whoever is still expected did not come. Asked about first, for it concerns many. */
export function EndDay({ day }: { day: PlainDate }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('board.endDay')}
      </Button>
      {isOpen && <EndDayDialog day={day} onClose={() => setOpen(false)} />}
    </>
  );
}

function EndDayDialog({ day, onClose }: { day: PlainDate; onClose(): void }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('board.end-day');
  const [requestId] = useState(() => crypto.randomUUID());
  const [said, setSaid] = useState<string>();
  const confirm = async () => {
    const answer = await send({ requestId, day });
    setSaid(answer.ok ? t('board.endDayDone', { count: answer.value.count }) : sentenceOf(answer));
  };
  return (
    <Modal opened onClose={onClose} title={t('board.endDay')} closeButtonProps={{ 'aria-label': t('close') }}>
      <p>{t('board.endDayText')}</p>
      {said && <p role="status">{said}</p>}
      <div className="desk-actions">
        <Button variant="default" onClick={onClose}>
          {t(said ? 'close' : 'cancel')}
        </Button>
        {!said && (
          <Button loading={isBusy} onClick={() => void confirm()} data-autofocus>
            {t('board.endDay')}
          </Button>
        )}
      </div>
    </Modal>
  );
}
