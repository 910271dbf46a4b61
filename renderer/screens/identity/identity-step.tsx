import './identity.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { type IdentityProof, identityProofs } from '../../../domain/identity/events.ts';
import { Said } from '../../../ui/said.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand, useStationQuery } from '../../station-context.tsx';

/** Where the centre confirms who somebody is before a dose: that first, then what follows it. */
export function IdentityStep({
  card: { person },
  onLeave,
  children,
}: {
  card: PersonCard;
  onLeave(): void;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { data } = useStationQuery('identity.of-person', { personId: person.personId }, ['desk']);
  if (!data) return <section className="desk-card" />;
  if (!data.ok || !data.value.isOpen) return children;
  const { visitId } = data.value;
  const name = `${person.givenName} ${person.familyName}`;
  const birthDate = formats.date(person.birthDate);
  return (
    <section className="desk-card" data-testid="identity">
      <h2 className="identity-title">{t('identity.title')}</h2>
      <p>{visitId ? t('identity.text', { name, birthDate }) : t('identity.notHere')}</p>
      {visitId && <Proofs personId={person.personId} visitId={visitId} />}
      <div className="desk-actions">
        <Button variant="default" size="md" onClick={onLeave}>
          {t('cancel')}
        </Button>
      </div>
    </section>
  );
}

/** One press each; the most usual one has the focus. */
function Proofs({ personId, visitId }: { personId: string; visitId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('identity.confirm');
  const [refused, setRefused] = useState<string>();
  const confirm = async (proof: IdentityProof) => {
    const answer = await send({ requestId: crypto.randomUUID(), personId, visitId, proof });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <>
      <div className="identity-proofs">
        {identityProofs.map((proof, index) => (
          <Button
            key={proof}
            size="lg"
            variant={index === 0 ? 'filled' : 'default'}
            disabled={isBusy}
            onClick={() => void confirm(proof)}
            data-testid={`identity-${proof}`}
            {...(index === 0 ? { ref: focusOnce } : {})}
          >
            {t(`identity.proof.${proof}`)}
          </Button>
        ))}
      </div>
      {refused && <Said tone="fault">{refused}</Said>}
    </>
  );
}

function focusOnce(button: HTMLButtonElement | null): void {
  button?.focus();
}
