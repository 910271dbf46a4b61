import './consent.css';
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../contracts/ipc/consent-contract.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { NotCheckedIn } from '../../components/not-checked-in.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { ConsentForm } from './consent-form.tsx';
import { useConsentWords } from './consent-words.ts';
import { WithdrawConsent } from './withdraw-consent.tsx';

/**
 * How consent was given, before the form for the dose: one line where it is said with the dose or was given already, else
 * a step of its own. What is said with the dose is handed on to it.
 */
export function ConsentStep({
  card: { person },
  onLeave,
  children,
}: {
  card: PersonCard;
  onLeave(): void;
  children(withDose: 'oral' | undefined): ReactNode;
}) {
  const { t } = useTranslation();
  const { personId, givenName, familyName } = person;
  const { data } = useStationQuery('consent.of-person', { personId }, ['desk']);
  const [isChanging, setChanging] = useState(false);
  if (!data) return <section className="desk-card" />;
  if (!data.ok) return children(undefined);
  const view = data.value;
  const { standing, asked, visitId, vaccine } = view;
  if (standing && !isChanging)
    return (
      <>
        <Standing personId={personId} consent={standing} />
        {children(undefined)}
      </>
    );
  if (asked === 'with-dose' && !isChanging)
    return (
      <>
        <WithDose vaccine={vaccine.name} onChange={visitId ? () => setChanging(true) : undefined} />
        {children('oral')}
      </>
    );
  const leave = asked === 'with-dose' ? () => setChanging(false) : onLeave;
  return (
    <section className="desk-card" data-testid="consent">
      <h2 className="consent-title">
        {t('consent.title')}: {givenName} {familyName}
      </h2>
      {visitId ? (
        <ConsentForm
          personId={personId}
          visitId={visitId}
          view={view}
          onLeave={leave}
          onSaved={() => setChanging(false)}
        />
      ) : (
        <NotCheckedIn sentence={t('consent.notHere')} onLeave={onLeave} />
      )}
    </section>
  );
}

function WithDose({ vaccine, onChange }: { vaccine: string; onChange: (() => void) | undefined }) {
  const { t } = useTranslation();
  return (
    <section className="consent-line" aria-label={t('consent.title')} data-testid="consent-with-dose">
      <p>{t('consent.withDose', { vaccine })}</p>
      {onChange && (
        <Button variant="subtle" size="compact-md" onClick={onChange} data-testid="consent-otherwise">
          {t('consent.other')}
        </Button>
      )}
    </section>
  );
}

function Standing({ personId, consent }: { personId: string; consent: ConsentView }) {
  const { t } = useTranslation();
  const { soon } = useFormats();
  const wordsOf = useConsentWords();
  const { vaccine, consentId, recordedAt } = consent;
  const at = soon(recordedAt);
  return (
    <section className="consent-line" aria-label={t('consent.title')} data-testid="consent-standing">
      <p role="status">{t('consent.standing', { vaccine, how: wordsOf(consent), at })}</p>
      <WithdrawConsent personId={personId} consentId={consentId} variant="subtle" />
    </section>
  );
}
