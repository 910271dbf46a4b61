import './appointments.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { DoseOf } from '../../components/dose-words.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';
import { type DatesStep, DatesStepDialog, type DateView } from './dates-step.tsx';
import { MisfitLine } from './misfit-line.tsx';
import { OfferLine } from './offer-line.tsx';
import { useDatesOf } from './use-dates.ts';

/** Everything about somebody's dates: book, move, cancel, wait for an earlier one. */
export function AppointmentPanel({ personId }: { personId: string }) {
  const [step, setStep] = useState<DatesStep>();
  return (
    <>
      <DatesList personId={personId} onStep={setStep} />
      {step && <DatesStepDialog personId={personId} step={step} onClose={() => setStep(undefined)} />}
    </>
  );
}

/** The dates and what can be done with them; where a step is taken is for whoever shows the list. */
export function DatesList({ personId, onStep }: { personId: string; onStep(step: DatesStep): void }) {
  const { t } = useTranslation();
  const dates = useDatesOf(personId);
  if (!dates) return null;
  const isWaiting = dates.standby.length > 0;
  return (
    <section className="dates-panel" aria-label={t('dates.title')} data-testid="appointment-panel">
      {dates.dates.length === 0 && <p className="station-dim">{t('dates.panel.none')}</p>}
      <ul className="desk-rows">
        {dates.dates.map((date) => (
          <DateRow
            key={date.appointmentId}
            personId={personId}
            date={date}
            onMove={() => onStep({ kind: 'move', date })}
            onCancel={() => onStep({ kind: 'cancel', date })}
          />
        ))}
      </ul>
      {dates.standby.map((standby) => (
        <StandbyRow key={standby.standbyId} personId={personId} standby={standby} />
      ))}
      <div className="dates-actions">
        {[dates, ...(dates.vaccines ?? [])].some(({ isBookable }) => isBookable) && (
          <Button onClick={() => onStep({ kind: 'book' })} data-testid="book">
            {t('dates.panel.book')}
          </Button>
        )}
        {!isWaiting && (
          <Button variant="light" onClick={() => onStep({ kind: 'standby' })}>
            {t('dates.standby.join')}
          </Button>
        )}
      </div>
    </section>
  );
}

function DateRow({
  personId,
  date,
  onMove,
  onCancel,
}: {
  personId: string;
  date: DateView;
  onMove(): void;
  onCancel(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isOpen = date.status === 'booked' || date.status === 'no-show' || date.status === 'elsewhere';
  const ordinal = date.plannedDose;
  return (
    <li className="dates-row">
      <span>
        <DoseOf {...date} /> · {formats.date(date.day)}, {formats.clock(date.startsAt)}
        {date.lane !== undefined && ` · ${date.lane}`}
        {date.centre !== undefined && ` · ${date.centre}`}
      </span>
      <span className="dates-row-end">
        <StatusMark status={date.status} />
        {isOpen && (
          <>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('dates.panel.moveNamed', { ordinal })}
              onClick={onMove}
            >
              {t('dates.panel.move')}
            </Button>
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={t('dates.panel.cancelNamed', { ordinal })}
              onClick={onCancel}
            >
              {t('dates.panel.cancel')}
            </Button>
          </>
        )}
        {date.status === 'booked' && date.startsAt <= formats.now() && (
          <NoShowButton personId={personId} appointmentId={date.appointmentId} />
        )}
      </span>
      <MisfitLine personId={personId} date={date} onCancel={onCancel} />
    </li>
  );
}

function NoShowButton({ personId, appointmentId }: { personId: string; appointmentId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.no-show');
  const [refused, setRefused] = useState<string>();
  const record = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, appointmentId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" disabled={isBusy} onClick={() => void record()}>
        {t('dates.panel.noShow')}
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </>
  );
}

function StandbyRow({ personId, standby }: { personId: string; standby: DatesOfPerson['standby'][number] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.leave-standby');
  const [refused, setRefused] = useState<string>();
  const leave = async () => {
    const { standbyId } = standby;
    const answer = await send({ requestId: crypto.randomUUID(), personId, standbyId });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <div className="dates-standby">
      <span>
        {standby.vaccine !== undefined && `${standby.vaccine}: `}
        {t('dates.standby.onList', {
          from: formats.date(standby.fromDay),
          to: formats.date(standby.toDay),
        })}
      </span>
      {standby.offer && <OfferLine offer={standby.offer} />}
      <Button size="compact-sm" variant="subtle" disabled={isBusy} onClick={() => void leave()}>
        {t('dates.standby.leave')}
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </div>
  );
}
