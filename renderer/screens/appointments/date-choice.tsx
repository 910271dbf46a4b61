import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { type Choice, PlacePicker } from './place-picker.tsx';
import { weekdayKeyOf } from './weekday-key.ts';

export type Proposal = ChannelOutput<'appointments.propose'>['dates'][number];

/** One dose of a booking: what is recommended, and the chosen time as a line until another is wanted. */
export function DateChoice({
  productId,
  proposal,
  choice,
  isFirst,
  onChoose,
}: {
  productId: string | undefined;
  proposal: Proposal;
  choice: Choice;
  /** Its places are in sight from the beginning. */
  isFirst: boolean;
  onChoose(choice: Choice): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [isAsked, setAsked] = useState(false);
  const { plannedDose, window, vacancy, isShort } = proposal;
  const { place } = choice;
  return (
    <fieldset className="dates-choice">
      <legend>{t('dates.booking.dose', { ordinal: plannedDose })}</legend>
      {window && (
        <p className="station-dim">
          {t('dates.booking.window', {
            from: formats.date(window.recommendedFrom),
            to: formats.date(window.recommendedTo),
          })}
        </p>
      )}
      {isShort && vacancy && (
        <p className="dates-warning" role="status">
          {t('dates.booking.short', { free: vacancy.free, capacity: vacancy.capacity })}
        </p>
      )}
      {place && !isFirst && !isAsked ? (
        <div className="dates-chosen">
          <strong>
            {t('dates.booking.at', {
              weekday: t(weekdayKeyOf(place.day)),
              date: formats.date(place.day),
              clock: formats.clock(place.startsAt),
              lane: place.lane,
            })}
          </strong>
          <Button
            size="compact-md"
            variant="light"
            aria-label={t('dates.booking.anotherNamed', { ordinal: plannedDose })}
            onClick={() => setAsked(true)}
          >
            {t('dates.booking.another')}
          </Button>
        </div>
      ) : (
        <PlacePicker
          productId={productId}
          choice={choice}
          usual={proposal.place?.startsAt}
          hasFocus={isAsked}
          onChoose={onChoose}
        />
      )}
    </fieldset>
  );
}
