import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationCommand } from '../../station-context.tsx';

/** A place that is held for somebody, and what they say to it. */
export function OfferLine({ offer }: { offer: NonNullable<DatesOfPerson['standby'][number]['offer']> }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const { send, isBusy } = useStationCommand('appointments.answer-offer');
  const [refused, setRefused] = useState<string>();
  const say = async (answer: 'accepted' | 'declined') => {
    const { offerId } = offer;
    const answered = await send({ requestId: crypto.randomUUID(), offerId, answer });
    setRefused(answered.ok ? undefined : sentenceOf(answered));
  };
  return (
    <span className="dates-offer" data-testid="offer">
      <strong>
        {t('dates.standby.offered', {
          date: formats.date(offer.day),
          clock: formats.clock(offer.startsAt),
          until: formats.clock(offer.expiresAt),
        })}
      </strong>
      <Button size="compact-sm" disabled={isBusy} onClick={() => void say('accepted')}>
        {t('dates.standby.accept')}
      </Button>
      <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => void say('declined')}>
        {t('dates.standby.decline')}
      </Button>
      {refused && <span role="alert">{refused}</span>}
    </span>
  );
}
