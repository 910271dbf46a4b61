import { Alert, Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandOverServerState } from '../../../contracts/ipc/handover-contract.ts';
import type { ChannelAnswer, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { QrCode } from '../../../ui/qr-code.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation, useStationStatus } from '../../station-context.tsx';

/** As long as headquarters is not there, it is asked again by itself. */
const TRY_AGAIN_MS = 3_000;

/** The code that a phone scans to fetch the pass, or why there is none. */
export function HandOverPhone({
  personId,
  alsoFor,
  server,
  page,
}: {
  personId: string;
  alsoFor: readonly string[];
  server: HandOverServerState;
  page: ChannelOutput<'handover.ways'>['page'];
}) {
  const { t } = useTranslation();
  const station = useStation();
  const sentenceOf = useRefusalSentence();
  const formats = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  const [link, setLink] = useState<ChannelAnswer<'handover.make-link'>>();
  const [isRevoked, setRevoked] = useState(false);
  const [requestId] = useState(() => crypto.randomUUID());
  const isOwn = page === 'station';
  const isOn = isOwn ? server.kind === 'on' : page === 'headquarters';
  const isLoopback = isOwn && (server.origin?.includes('//127.') ?? false);
  useEffect(() => {
    let isCurrent = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const answer = await station.ask('handover.make-link', { requestId, personId, alsoFor: [...alsoFor] });
      if (!isCurrent) return;
      setLink(answer);
      if (isAway(answer)) again = setTimeout(() => void ask(), TRY_AGAIN_MS);
    };
    if (isOn) void ask();
    return () => {
      isCurrent = false;
      clearTimeout(again);
    };
  }, [station, requestId, personId, alsoFor, isOn]);
  const revoke = async () => {
    const answer = await station.ask('handover.revoke-links', { requestId: crypto.randomUUID(), personId });
    if (answer.ok) setRevoked(true);
  };
  return (
    <section className="hand-over-phone" aria-label={t('handover.phone')}>
      <h3>{t('handover.phone')}</h3>
      {!isOn && (
        <p data-testid="hand-over-state">{t(isOwn ? `handover.state.${server.kind}` : 'handover.toCome')}</p>
      )}
      {isRevoked && <p role="status">{t('handover.revoked')}</p>}
      {isOn && !isRevoked && link?.ok && (
        <>
          {isLoopback && (
            <Alert color="yellow" className="hand-over-loopback">
              {t('handover.loopback')}
            </Alert>
          )}
          <p>{t('handover.scan')}</p>
          <div className="hand-over-code" data-url={link.value.url} data-testid="hand-over-code">
            <QrCode text={link.value.url} label={t('handover.qr')} />
          </div>
          <p className="station-dim" data-testid="hand-over-promise">
            {t(isOwn ? 'handover.snapshot' : 'handover.live')}
          </p>
          {isOwn && !isLoopback && <p className="station-dim">{t('handover.network')}</p>}
          {link.value.expiresAt && (
            <>
              <p className="station-dim">
                {t('handover.until', {
                  date: formats.date(plainDateAt(link.value.expiresAt, zone)),
                  clock: formats.clock(link.value.expiresAt),
                })}
              </p>
              <Button variant="subtle" size="compact-sm" onClick={() => void revoke()}>
                {t('handover.revoke')}
              </Button>
            </>
          )}
        </>
      )}
      {isOn && !link && (
        <p role="status" className="station-dim">
          {t('handover.asking')}
        </p>
      )}
      {isOn && link && !link.ok && (
        <p role="alert" data-testid="hand-over-refused">
          {isAway(link) ? t('handover.triedAgain') : sentenceOf(link)}
        </p>
      )}
    </section>
  );
}

function isAway(answer: ChannelAnswer<'handover.make-link'>): boolean {
  return !answer.ok && 'refusal' in answer && answer.refusal.reason === 'headquarters-not-there';
}
