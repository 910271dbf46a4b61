import './consent.css';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../contracts/ipc/consent-contract.ts';
import { mayReceive } from '../../../domain/vaccination/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useMay } from '../../session/use-may.ts';
import { useStationQuery } from '../../station-context.tsx';
import { useConsentWords } from './consent-words.ts';
import { SignatureLines } from './signature-lines.tsx';
import { WithdrawConsent } from './withdraw-consent.tsx';

/** Everything that somebody consented to, with what was taken back. */
export function PersonConsents({ personId, mayChange }: { personId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const { data } = useStationQuery('consent.list', { personId }, ['people', 'desk']);
  if (!data?.ok) return null;
  const { consents } = data.value;
  return (
    <Card title={t('consent.record')} testId="consents">
      {consents.length === 0 && <p className="station-dim">{t('consent.none')}</p>}
      <ul className="consent-list">
        {consents.map((consent) => (
          <ConsentLine key={consent.consentId} personId={personId} consent={consent} mayChange={mayChange} />
        ))}
      </ul>
    </Card>
  );
}

function ConsentLine({
  personId,
  consent,
  mayChange,
}: {
  personId: string;
  consent: ConsentView;
  mayChange: boolean;
}) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const wordsOf = useConsentWords();
  const mayWithdraw = useMay(mayReceive) && mayChange;
  const { consentId, vaccine, recordedAt, by, form, withdrawn } = consent;
  return (
    <li>
      <p>
        <strong>{vaccine}</strong>: {wordsOf(consent)}
      </p>
      <p className="station-dim">
        {moment(recordedAt)}
        {by && `, ${t('consent.by', { name: by })}`}
      </p>
      {form?.kind === 'signature' && <SignatureLines strokes={form.strokes} label={t('consent.drawn')} />}
      {withdrawn ? (
        <p>
          <strong>{t('consent.withdrawn', { at: moment(withdrawn.recordedAt) })}</strong>
          {withdrawn.reason && `: ${withdrawn.reason}`}
        </p>
      ) : (
        mayWithdraw && <WithdrawConsent personId={personId} consentId={consentId} variant="light" />
      )}
    </li>
  );
}
