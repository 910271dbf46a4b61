import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../contracts/ipc/appointments-contract.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { datesTopics } from './use-dates.ts';

/** What is chosen: a day, and on it a place once one is free. */
export interface Choice {
  readonly day: string;
  readonly place?: Place;
}

/** A day and one of its free places of the vaccine. Another day has no time until one is chosen. */
export function PlacePicker({
  productId,
  choice,
  onChoose,
}: {
  productId: string | undefined;
  choice: Choice;
  onChoose(choice: Choice): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(choice.day);
  const { data } = useStationQuery(
    'appointments.day-places',
    { day: choice.day, ...(productId ? { productId } : {}) },
    datesTopics,
    isDay,
  );
  const day = data?.ok ? data.value : undefined;
  const places = day?.places ?? [];
  const chosen = choice.place && keyOf(choice.place);
  const isThere = places.some((place) => keyOf(place) === chosen);
  return (
    <div className="dates-picker">
      <DateInput
        language={formats.language}
        today={formats.today()}
        label={t('dates.booking.day')}
        value={choice.day}
        onChange={(day) => onChoose({ day })}
      />
      {day && places.length === 0 ? (
        <p className="dates-warning" role="status">
          {day.holiday ? t('dates.booking.holiday', { name: day.holiday }) : t('dates.booking.noPlace')}
        </p>
      ) : (
        <NativeSelect
          label={t('dates.booking.place')}
          value={isThere ? chosen : ''}
          data-testid="place"
          onChange={(event) => {
            const place = places.find((each) => keyOf(each) === event.currentTarget.value);
            onChoose({ day: choice.day, ...(place ? { place } : {}) });
          }}
        >
          {!isThere && <option value="">{t('dates.booking.chooseTime')}</option>}
          {places.map((place) => (
            <option key={keyOf(place)} value={keyOf(place)}>
              {t('dates.booking.option', {
                clock: formats.clock(place.startsAt),
                lane: place.lane,
                count: place.free,
              })}
            </option>
          ))}
        </NativeSelect>
      )}
    </div>
  );
}

function keyOf({ startsAt, lane }: Place): string {
  return `${startsAt} ${lane}`;
}
