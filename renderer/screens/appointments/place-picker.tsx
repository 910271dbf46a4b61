import { useTranslation } from 'react-i18next';
import type { Place } from '../../../contracts/ipc/appointments-contract.ts';
import { holidayName } from '../../../domain/appointments/holiday-name.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { Filter } from '../../../ui/filter.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { PlacesGrid } from './places-grid.tsx';
import { type Time, timesOf } from './places-of-day.ts';
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
  usual,
  hasFocus = false,
  onChoose,
}: {
  productId: string | undefined;
  choice: Choice;
  /** When this person comes otherwise: on any day, that time of it is shown first. */
  usual?: Instant | undefined;
  hasFocus?: boolean;
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
  const times = timesOf(day?.places ?? [], formats.clock);
  const taken = times.find(({ startsAt }) => startsAt === choice.place?.startsAt);
  const take = (place: Place | undefined) => onChoose({ day: choice.day, ...(place ? { place } : {}) });
  return (
    <div className="dates-picker">
      <DateInput
        language={formats.language}
        today={formats.today()}
        label={t('dates.booking.day')}
        value={choice.day}
        onChange={(day) => onChoose({ day })}
      />
      {day && times.length === 0 && (
        <p className="dates-warning" role="status">
          {day.holiday
            ? t('dates.booking.holiday', { name: holidayName(day.holiday, formats.language) })
            : t('dates.booking.noPlace')}
        </p>
      )}
      {times.length > 0 && (
        <PlacesGrid
          key={choice.day}
          times={times}
          taken={taken?.startsAt}
          usual={usual && formats.clock(usual)}
          hasFocus={hasFocus}
          onTake={(time) => take(placeAt(time, choice.place?.lane))}
        />
      )}
      {taken && taken.places.length > 1 && (
        <Filter
          label={t('dates.standby.lane')}
          choices={taken.places.map(({ lane, free }) => ({
            id: lane,
            name: `${lane} · ${t('dates.calendar.free', { count: free })}`,
          }))}
          chosen={choice.place?.lane ?? ''}
          onChoose={(lane) => take(taken.places.find((place) => place.lane === lane))}
          testId="lane"
        />
      )}
    </div>
  );
}

/** In the lane that was chosen before where it has a place, else where most are free. */
function placeAt({ places }: Time, lane: string | undefined): Place | undefined {
  return places.find((place) => place.lane === lane) ?? places.toSorted((one, two) => two.free - one.free)[0];
}
