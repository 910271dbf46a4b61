import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { holidayName } from '../../../domain/appointments/holiday-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { CloseDialog } from './close-dialog.tsx';
import { weekdayKeyOf } from './weekday-key.ts';

export type CalendarDay = ChannelOutput<'slots.calendar'>['days'][number];

/** One day: what each lane has left, and closing it or one of them. */
export function DayDetail({ day, isOver }: { day: CalendarDay; isOver: boolean }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [closing, setClosing] = useState<{ lane?: string }>();
  const weekday = t(weekdayKeyOf(day.day));
  const isOpen = day.lanes.some((lane) => !lane.isClosed);
  return (
    <section className="desk-card dates-detail" data-testid="day-detail">
      <h3>{t('dates.calendar.day', { weekday, date: formats.date(day.day) })}</h3>
      {day.holiday && <p>{holidayName(day.holiday, formats.language)}</p>}
      {day.lanes.length === 0 && <p className="station-dim">{t('dates.calendar.notOpen')}</p>}
      <ul className="desk-rows">
        {day.lanes.map((lane) => (
          <li key={lane.lane}>
            <span>
              <strong>{lane.lane}</strong>
              <br />
              {lane.isClosed
                ? t('dates.calendar.closed')
                : t('dates.calendar.ofAll', {
                    free: Math.max(0, lane.capacity - lane.taken),
                    all: lane.capacity,
                  })}
            </span>
            {!lane.isClosed && !isOver && (
              <Button size="compact-sm" variant="subtle" onClick={() => setClosing({ lane: lane.lane })}>
                {t('opening.close.lane', { lane: lane.lane })}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {day.outside > 0 && <p>{t('dates.calendar.outside', { count: day.outside })}</p>}
      {!isOver && (isOpen || day.outside > 0) && (
        <Button variant="outline" color="red" onClick={() => setClosing({})} data-testid="close-day">
          {t('opening.close.day')}
        </Button>
      )}
      {closing && <CloseDialog day={day.day} lane={closing.lane} onClose={() => setClosing(undefined)} />}
    </section>
  );
}
