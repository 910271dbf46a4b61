import './screening.css';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { NotCheckedIn } from '../../components/not-checked-in.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { ScreeningAgain } from './screening-again.tsx';
import { ScreeningAhead } from './screening-ahead.tsx';
import { ScreeningClear } from './screening-clear.tsx';
import { ScreeningHeld } from './screening-held.tsx';
import { ScreeningQuestions } from './screening-questions.tsx';

/**
 * Where the centre asks before a dose: the questions, or what stands against the dose, in place of the form for it. The
 * service holds to the same, whatever a window shows.
 */
export function ScreeningStep({
  card,
  onLeave,
  children,
}: {
  card: PersonCard;
  onLeave(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const { person } = card;
  const [isAgain, setAgain] = useState(false);
  const { data } = useStationQuery('screening.of-person', { personId: person.personId }, ['desk']);
  if (!data) return <section className="desk-card" />;
  const view = data.ok ? data.value : {};
  const { questionnaire, visitId, hold } = view;
  if (!questionnaire)
    return (
      <>
        {view.ahead && <ScreeningAhead ahead={view.ahead} note="off" />}
        {children}
      </>
    );
  const isGoneThrough = isAgain && visitId !== undefined && hold !== 'screening-missing';
  if (hold === undefined && !isGoneThrough)
    return (
      <>
        <ScreeningClear view={view} onAgain={() => setAgain(true)} />
        {children}
      </>
    );
  return (
    <section className="desk-card" data-testid="screening" data-hold={hold}>
      <h2 className="screening-title">
        {t('screening.title')}: {person.givenName} {person.familyName}
      </h2>
      {visitId === undefined ? (
        <NotCheckedIn sentence={t('screening.notHere')} onLeave={onLeave} />
      ) : isGoneThrough ? (
        <ScreeningAgain
          personId={person.personId}
          language={person.language}
          visitId={visitId}
          questionnaire={questionnaire}
          view={view}
          onClose={() => setAgain(false)}
        />
      ) : hold === 'screening-missing' || hold === undefined ? (
        <ScreeningQuestions
          personId={person.personId}
          language={person.language}
          visitId={visitId}
          questionnaire={questionnaire}
          ahead={view.ahead}
          known={view.known}
          onLeave={onLeave}
        />
      ) : (
        <ScreeningHeld
          personId={person.personId}
          visitId={visitId}
          hold={hold}
          view={view}
          onAgain={() => setAgain(true)}
          onLeave={onLeave}
        />
      )}
    </section>
  );
}
