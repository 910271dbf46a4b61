import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { mayReceive } from '../../../domain/vaccination/who-may.ts';
import { EndVisitDialog } from '../../components/end-visit-dialog.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationCommand } from '../../station-context.tsx';
import type { Desk } from './use-desk.ts';
import { useFreshCard } from './use-person-card.ts';

/** Since when somebody is here today, and the ways in which a visit ends without a dose. */
export function VisitLine({ card, desk }: { card: PersonCard; desk: Desk }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { visit, endedVisit } = card;
  if (visit)
    return (
      <p>
        {t('person.checkedInAt', { clock: formats.clock(visit.checkedInAt) })}
        <WithoutDose card={card} visitId={visit.visitId} desk={desk} />
      </p>
    );
  if (!endedVisit) return null;
  const { endedAt, reason, visitId } = endedVisit;
  return (
    <p data-testid="ended-visit">
      {t('visit.endedAt', { clock: formats.clock(endedAt), reason: t(`visit.reasons.${reason}`) })}
      <Resume card={card} visitId={visitId} desk={desk} />
    </p>
  );
}

/** As long as the visit led to no dose: afterwards the dose is voided first. */
function WithoutDose({ card, visitId, desk }: { card: PersonCard; visitId: string; desk: Desk }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const mayCheckIn = useMay(mayReceive);
  const { send, isBusy } = useStationCommand('desk.undo-check-in');
  const [isEnding, setEnding] = useState(false);
  const showFresh = useFreshCard();
  const { personId } = card.person;
  const isVaccinated = card.doses.some(
    ({ isVoided, elsewhere, givenOn }) => !isVoided && !elsewhere && givenOn === formats.today(),
  );
  if (!mayCheckIn || isVaccinated) return null;
  const undo = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, visitId });
    return answer.ok ? desk.open(personId) : desk.refused(personId, answer);
  };
  return (
    <>
      <Button
        ml="sm"
        size="compact-sm"
        variant="subtle"
        onClick={() => setEnding(true)}
        data-testid="end-visit-open"
      >
        {t('visit.end')}
      </Button>
      <Button
        ml="sm"
        size="compact-sm"
        variant="subtle"
        loading={isBusy}
        onClick={() => void undo()}
        data-testid="undo-check-in"
      >
        {t('person.undoCheckIn')}
      </Button>
      {isEnding && (
        <EndVisitDialog
          person={card.person}
          visitId={visitId}
          onEnded={(ended) => {
            showFresh(ended);
            // Nothing is offered by a key that was just pressed: a second Enter checks nobody in again.
            desk.finish({ kind: 'visit-ended' });
          }}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}

/** They stay after all, or it was noted of the wrong person. */
function Resume({ card, visitId, desk }: { card: PersonCard; visitId: string; desk: Desk }) {
  const { t } = useTranslation();
  const mayCheckIn = useMay(mayReceive);
  const { send, isBusy } = useStationCommand('desk.resume-visit');
  const { personId } = card.person;
  if (!mayCheckIn) return null;
  const resume = async () => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, visitId });
    return answer.ok ? desk.open(personId) : desk.refused(personId, answer);
  };
  return (
    <Button
      ml="sm"
      size="compact-sm"
      variant="subtle"
      loading={isBusy}
      onClick={() => void resume()}
      data-testid="resume-visit"
    >
      {t('visit.resume')}
    </Button>
  );
}
