import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import { mayReceive } from '../../../domain/vaccination/who-may.ts';
import { EndVisitDialog } from '../../components/end-visit-dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';

/** Whether somebody may still leave without a dose: they are here, and none was given. */
function isWithoutDose({ visit, status }: BoardEntry): boolean {
  if (!visit || visit.isEnded || visit.observation) return false;
  return status === undefined ? visit.stage !== 'check-out' : status === 'checked-in';
}

/** Somebody leaves without a dose. */
export function EndVisit({ entry }: { entry: BoardEntry }) {
  const { t } = useTranslation();
  const mayEnd = useMay(mayReceive);
  const [isOpen, setOpen] = useState(false);
  const { visit } = entry;
  if (!mayEnd || !visit || !isWithoutDose(entry)) return null;
  return (
    <>
      <Button size="compact-md" variant="subtle" onClick={() => setOpen(true)} data-testid="end-visit-open">
        {t('visit.end')}
      </Button>
      {isOpen && <EndVisitDialog person={entry} visitId={visit.visitId} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Of a visit that ended without a dose: that was a slip, or they stay after all. */
export function ResumeVisit({ entry }: { entry: BoardEntry }) {
  const { t } = useTranslation();
  const mayResume = useMay(mayReceive);
  const { send, isBusy } = useStationCommand('desk.resume-visit');
  const sentenceOf = useRefusalSentence();
  const [refused, setRefused] = useState<string>();
  const { visit, personId } = entry;
  if (!mayResume || !visit) return null;
  const resume = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, visitId: visit.visitId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <>
      <Button
        size="compact-md"
        variant="subtle"
        disabled={isBusy}
        onClick={() => void resume()}
        data-testid="resume-visit"
      >
        {t('visit.resume')}
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </>
  );
}
