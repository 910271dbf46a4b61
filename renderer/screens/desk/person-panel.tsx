import './person-panel.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { ageOn } from '../../../domain/kernel/age.ts';
import { mayGiveDoses } from '../../../domain/vaccination/who-may.ts';
import { DoseOf, DoseWords } from '../../components/dose-words.tsx';
import { listName } from '../../components/list-name.ts';
import { StatusMark } from '../../components/status-mark.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { NextDate } from '../appointments/next-date.tsx';
import { CorrectDoseDialog } from './correct-dose-dialog.tsx';
import { givenInSeries } from './given-in-series.ts';
import { SecondRecordNote } from './second-record-note.tsx';
import type { Desk } from './use-desk.ts';
import { VisitLine } from './visit-line.tsx';
import { VoidDoseDialog } from './void-dose-dialog.tsx';

/** Who stands at the desk: name and birth date to hold against the papers, dates, doses. */
export function PersonPanel({
  card,
  desk,
  isCurrent,
  bar,
}: {
  card: PersonCard;
  desk: Desk;
  isCurrent: boolean;
  bar: ReactNode;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { window: due } = card;
  const { step, done, evaluation } = desk.state;
  // Then the green line offers it.
  const isDoseJustSaved = step === 'done' && done?.kind === 'dose';
  return (
    <section className="desk-card" data-testid="person">
      <PersonHead card={card} />
      {bar}
      <SecondRecordNote
        card={card}
        isSaid={step === 'decided' && evaluation?.decision.reason === 'second-record'}
      />
      <VisitLine card={card} desk={desk} />
      {card.stands && <p data-testid="stands">{card.stands[formats.language]}</p>}
      {due && !card.stands && (
        <p>
          {t('person.window', {
            from: formats.date(due.recommendedFrom),
            to: formats.date(due.recommendedTo),
          })}
        </p>
      )}
      <h3 className="desk-section">{t('person.appointments')}</h3>
      {card.appointments.length === 0 && <p className="station-dim">{t('person.noAppointments')}</p>}
      <ul className="desk-rows">
        {card.appointments.map((appointment) => (
          <li key={appointment.appointmentId}>
            <span>
              <DoseOf {...appointment} /> · {formats.date(appointment.day)},{' '}
              {formats.clock(appointment.startsAt)}
              {appointment.answeredAheadAt && (
                <span className="station-dim" data-testid="answered-ahead">
                  {' · '}
                  {t('person.answeredAhead', { at: formats.moment(appointment.answeredAheadAt) })}
                </span>
              )}
            </span>
            <StatusMark status={appointment.status} />
          </li>
        ))}
      </ul>
      {!isDoseJustSaved && <NextDate personId={card.person.personId} hasKey={isCurrent} />}
      <GivenDoses card={card} desk={desk} />
    </section>
  );
}

export function PersonHead({ card }: { card: PersonCard }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { person, product } = card;
  const age = ageOn(person.birthDate, formats.today());
  const given = givenInSeries(card);
  // Of somebody who needs none no number is left to reach.
  const isOpenEnded = card.isNoneDue === true && given < product.doseCount;
  const steps = isOpenEnded ? given : Math.max(product.doseCount, given);
  return (
    <div className="desk-person-head">
      <div>
        <h2 className="desk-name">
          {person.givenName} {person.familyName}
        </h2>
        <p className="desk-birth">
          {t('person.born', { date: formats.date(person.birthDate) })}
          {age !== undefined && ` · ${t('person.age', { count: age })}`}
        </p>
      </div>
      <div className="desk-count">
        <span data-testid="dose-count">
          {card.vaccine !== undefined && `${card.vaccine}: `}
          {isOpenEnded
            ? t('person.dosesGiven', { count: given })
            : t('person.doses', { count: given, total: product.doseCount })}
        </span>
        <ol className="desk-steps" aria-hidden="true">
          {Array.from({ length: steps }, (_, index) => index + 1).map((step) => (
            <li key={step} data-given={step <= given}>
              {step}
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

function GivenDoses({ card, desk }: { card: PersonCard; desk: Desk }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayVoid = useMay(mayGiveDoses);
  const [toCorrect, setToCorrect] = useState<PersonCard['doses'][number]>();
  const [toVoid, setToVoid] = useState<PersonCard['doses'][number]>();
  return (
    <>
      <h3 className="desk-section">{t('person.given')}</h3>
      {card.doses.length === 0 && <p className="station-dim">{t('person.noDoses')}</p>}
      <ul className="desk-rows" data-testid="doses">
        {card.doses.map((dose) => (
          <li key={dose.doseId} data-voided={dose.isVoided}>
            <span className="desk-row-text">
              <DoseWords dose={dose} />
              {dose.correctedAt && ` · ${t('correctDose.since', { at: formats.moment(dose.correctedAt) })}`}
              {dose.vaccinator && ` · ${t('person.by', { name: dose.vaccinator })}`}
              {dose.recordedAs && ` · ${t('people.alsoRecordedAs', { name: listName(dose.recordedAs) })}`}
              {dose.unseenWarning && (
                <strong className="desk-unseen" role="status">
                  {t('person.unseenWarning')}
                </strong>
              )}
            </span>
            {dose.isVoided ? (
              <strong>{t('person.voided')}</strong>
            ) : (
              mayVoid && (
                <>
                  {dose.entry && (
                    <Button
                      className="desk-row-action"
                      size="compact-sm"
                      variant="subtle"
                      onClick={() => setToCorrect(dose)}
                    >
                      {t('correctDose.open')}
                    </Button>
                  )}
                  <Button
                    className="desk-row-action"
                    size="compact-sm"
                    variant="subtle"
                    onClick={() => setToVoid(dose)}
                  >
                    {t('person.void')}
                  </Button>
                </>
              )
            )}
          </li>
        ))}
      </ul>
      {toCorrect?.entry && (
        <CorrectDoseDialog
          person={card.person}
          dose={toCorrect}
          desk={desk}
          onClose={() => setToCorrect(undefined)}
        />
      )}
      {toVoid && (
        <VoidDoseDialog person={card.person} dose={toVoid} desk={desk} onClose={() => setToVoid(undefined)} />
      )}
    </>
  );
}
