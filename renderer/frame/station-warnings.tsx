import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConfirmableCode } from '../../contracts/ipc/system-contract.ts';
import { useRefusalSentence } from '../components/use-refusal-sentence.ts';
import { useSession } from '../session/session-context.tsx';
import { useStationCommand, useStationStatus } from '../station-context.tsx';

/** What has to be mended or known, for everybody to see: what one person alone sees is noticed too late. */
export function StationWarnings() {
  const { i18n } = useTranslation();
  const { signedIn } = useSession();
  const warnings = useStationStatus()?.warnings ?? [];
  const isLead = signedIn?.roles.includes('site-lead') ?? false;
  return warnings.map(({ code, sentence, confirmAs }) => (
    <p key={code} className="station-warning" role="status" data-testid="station-warning">
      {i18n.language === 'en' ? sentence.en : sentence.de}
      {confirmAs && isLead && <ConfirmWarning code={confirmAs} />}
    </p>
  ));
}

function ConfirmWarning({ code }: { code: ConfirmableCode }) {
  const { t } = useTranslation();
  const { send, isBusy } = useStationCommand('system.confirm-warning');
  const sentenceOf = useRefusalSentence();
  const [requestId] = useState(() => crypto.randomUUID());
  const [refused, setRefused] = useState<string>();
  const confirm = async () => {
    const answer = await send({ requestId, code });
    setRefused(answer.ok ? undefined : sentenceOf(answer));
  };
  return (
    <>
      {' '}
      <button
        type="button"
        className="station-header-button"
        disabled={isBusy}
        onClick={() => void confirm()}
      >
        {t('confirmWarning')}
      </button>
      {refused && <span role="alert"> {refused}</span>}
    </>
  );
}
