import './appointments.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useAfterPaint } from '../../../ui/use-after-paint.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { AppointmentPanel } from './appointment-panel.tsx';
import { BookingDialog } from './booking-dialog.tsx';
import { MisfitLine } from './misfit-line.tsx';
import { useDatesOf } from './use-dates.ts';

/** At the desk, under F7: book what is missing, move what no longer fits, or look at all dates. */
export function NextDate({ personId, hasKey }: { personId: string; hasKey: boolean }) {
  const { t } = useTranslation();
  // The key is there at once; what the button says must not hold up the decision.
  const dates = useDatesOf(personId, useAfterPaint(personId));
  const [open, setOpen] = useState<'book' | 'all'>();
  const misfit = dates?.dates.find((date) => date.misfit !== undefined);
  const isMissing = (dates?.openDoses.length ?? 0) > 0;
  const isMoved = misfit?.better !== undefined;
  useShortcut('F7', () => setOpen(isMissing ? 'book' : 'all'), hasKey && !open && !isMoved);
  if (!dates) return null;
  return (
    <div className="dates-next">
      {misfit && <MisfitLine personId={personId} date={misfit} hasKey={hasKey && !open} />}
      <Button
        variant={isMissing ? 'filled' : 'light'}
        onClick={() => setOpen(isMissing ? 'book' : 'all')}
        data-testid="next-date"
      >
        {t(isMissing ? 'dates.panel.bookNext' : 'dates.panel.change')}
        {!isMoved && <KeyHint name="F7" />}
      </Button>
      {isMissing && dates.dates.length > 0 && (
        <Button variant="subtle" onClick={() => setOpen('all')}>
          {t('dates.panel.change')}
        </Button>
      )}
      {open === 'book' && <BookingDialog personId={personId} onClose={() => setOpen(undefined)} />}
      {open === 'all' && (
        <Dialog
          opened
          size="xl"
          onClose={() => setOpen(undefined)}
          title={t('dates.title')}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <AppointmentPanel personId={personId} />
        </Dialog>
      )}
    </div>
  );
}
