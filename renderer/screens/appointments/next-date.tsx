import './appointments.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { DatesList } from './appointment-panel.tsx';
import { type DatesStep, DatesStepDialog } from './dates-step.tsx';
import { MisfitLine } from './misfit-line.tsx';
import { useDatesOf } from './use-dates.ts';

/** At the desk, under F7: book what is missing, move what no longer fits, or look at all dates. */
export function NextDate({ personId, hasKey }: { personId: string; hasKey: boolean }) {
  const { t } = useTranslation();
  // The key is there at once; what the button says must not hold up the decision.
  const dates = useDatesOf(personId, useAfterPaint(personId));
  const [isListOpen, setListOpen] = useState(false);
  const [step, setStep] = useState<DatesStep>();
  const isOpen = isListOpen || step !== undefined;
  const misfit = dates?.dates.find((date) => date.misfit !== undefined);
  const isMissing = (dates?.openDoses.length ?? 0) > 0;
  const isMoved = misfit?.better !== undefined;
  const begin = () => (isMissing ? setStep({ kind: 'book' }) : setListOpen(true));
  useShortcut('F7', begin, hasKey && !isOpen && !isMoved);
  if (!dates) return null;
  return (
    <div className="dates-next">
      {misfit && (
        <MisfitLine
          personId={personId}
          date={misfit}
          hasKey={hasKey && !isOpen}
          onCancel={() => setStep({ kind: 'cancel', date: misfit })}
        />
      )}
      <Button variant={isMissing ? 'filled' : 'light'} onClick={begin} data-testid="next-date">
        {t(isMissing ? 'dates.panel.bookNext' : 'dates.panel.change')}
        {!isMoved && <KeyHint name="F7" />}
      </Button>
      {isMissing && dates.dates.length > 0 && (
        <Button variant="subtle" onClick={() => setListOpen(true)}>
          {t('dates.panel.change')}
        </Button>
      )}
      {isListOpen && !step && (
        <Dialog
          opened
          size="xl"
          onClose={() => setListOpen(false)}
          title={t('dates.title')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <DatesList personId={personId} onStep={setStep} />
        </Dialog>
      )}
      {step && <DatesStepDialog personId={personId} step={step} onClose={() => setStep(undefined)} />}
    </div>
  );
}
