import './hand-over.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useStationQuery } from '../../station-context.tsx';
import { FamilyChoice } from './family-choice.tsx';
import { HandOverPhone } from './hand-over-phone.tsx';
import { HandOverWays } from './hand-over-ways.tsx';
import { PassSlip } from './pass-slip.tsx';

/** How the pass of this person reaches them: by phone, by mail, on paper. */
export function HandOverDialog({ card, onClose }: { card: PersonCard; onClose(): void }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { person } = card;
  const [alsoFor, setAlsoFor] = useState<string[]>([]);
  const { data: ways } = useStationQuery('handover.ways', { personId: person.personId }, [
    'handover',
    'passes',
    'people',
  ]);
  const name = `${person.givenName} ${person.familyName}`;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t('handover.title', { name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {ways && !ways.ok && <p role="alert">{sentenceOf(ways)}</p>}
      {ways?.ok && (
        <div className="hand-over" data-testid="hand-over-dialog">
          <FamilyChoice family={ways.value.family} chosen={alsoFor} onChange={setAlsoFor} />
          <HandOverPhone
            key={`phone ${alsoFor.join()}`}
            personId={person.personId}
            alsoFor={alsoFor}
            server={ways.value.server}
            page={ways.value.page}
          />
          <HandOverWays key={`ways ${alsoFor.join()}`} person={person} alsoFor={alsoFor} ways={ways.value} />
          <PassSlip personId={person.personId} language={ways.value.language} name={name} />
        </div>
      )}
    </Dialog>
  );
}
