import { Button, Skeleton } from '@mantine/core';
import { IconBan, IconCalendarOff, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { holidayName } from '../../../domain/appointments/holiday-name.ts';
import { weekdayOf } from '../../../domain/appointments/slot-template.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { type CalendarDay, DayDetail } from './day-detail.tsx';
import { OpenDaysDialog } from './open-days-dialog.tsx';
import { datesTopics } from './use-dates.ts';
import { weekdayKey, weekdayKeyOf, weekdays } from './weekday-key.ts';

const WEEKS = 5;

/** Five weeks of days with what is free in them; a day opens at the right. */
export function SlotCalendar() {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const { today } = useFormats();
  const [from, setFrom] = useState(() => mondayOf(today()));
  const [chosen, setChosen] = useState<PlainDate>();
  const [isOpening, setOpening] = useState(false);
  const { data } = useStationQuery('slots.calendar', { from, days: WEEKS * 7 }, datesTopics);
  const calendar = data?.ok ? data.value : undefined;
  const day = calendar?.days.find((each) => each.day === (chosen ?? calendar.today));
  return (
    <>
      <div className="dates-actions">
        <Button variant="default" onClick={() => setFrom(addDays(from, -WEEKS * 7))}>
          {t('dates.calendar.earlier')}
        </Button>
        <Button variant="default" onClick={() => setFrom(addDays(from, WEEKS * 7))}>
          {t('dates.calendar.later')}
        </Button>
        <Button
          variant="default"
          onClick={() => {
            if (calendar) setFrom(mondayOf(calendar.today));
            setChosen(undefined);
          }}
        >
          {t('dates.calendar.today')}
        </Button>
        <span className="dates-space" />
        <Button onClick={() => setOpening(true)} data-testid="open-days">
          {t('opening.open.button')}
        </Button>
      </div>
      {data && !data.ok && (
        <p className="dates-warning" role="alert">
          {sentenceOf(data)}
        </p>
      )}
      {!data && <Skeleton height={360} aria-hidden="true" />}
      {calendar && (
        <div className="dates-columns">
          <div>
            <div className="dates-weekdays" aria-hidden="true">
              {weekdays.map((weekday) => (
                <span key={weekday}>{t(weekdayKey(weekday))}</span>
              ))}
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame */}
            <div
              className="dates-grid"
              role="group"
              aria-label={t('dates.tabs.calendar')}
              onKeyDown={walk}
              data-testid="calendar"
            >
              {calendar.days.map((each) => (
                <DayButton
                  key={each.day}
                  day={each}
                  isToday={each.day === calendar.today}
                  isChosen={each.day === day?.day}
                  onChoose={() => setChosen(each.day)}
                />
              ))}
            </div>
            <p className="station-dim dates-help">{t('dates.calendar.help')}</p>
          </div>
          {day ? (
            <DayDetail key={day.day} day={day} isOver={day.day < calendar.today} />
          ) : (
            <p className="station-dim">{t('dates.calendar.choose')}</p>
          )}
        </div>
      )}
      {isOpening && calendar && (
        <OpenDaysDialog
          today={calendar.today}
          lastOpenDay={calendar.lastOpenDay}
          onClose={() => setOpening(false)}
        />
      )}
    </>
  );
}

function DayButton({
  day,
  isToday,
  isChosen,
  onChoose,
}: {
  day: CalendarDay;
  isToday: boolean;
  isChosen: boolean;
  onChoose(): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { booked } = day;
  const { state, free, capacity } = stateOf(day);
  const Icon = icons[state];
  const weekday = t(weekdayKeyOf(day.day));
  const label = t('dates.calendar.day', { weekday, date: formats.date(day.day) });
  return (
    <button
      type="button"
      className="dates-day"
      data-state={state}
      data-day={day.day}
      aria-pressed={isChosen}
      aria-current={isToday ? 'date' : undefined}
      onClick={onChoose}
    >
      <span className="station-visually-hidden">{label}</span>
      <span className="dates-day-number" aria-hidden="true">
        {dayNumber(day.day, day.day.slice(8) === '01' || isToday, formats)}
      </span>
      <span className="dates-day-state">
        <Icon size={16} aria-hidden />
        {(day.holiday && holidayName(day.holiday, formats.language)) ??
          (state === 'none'
            ? booked > 0
              ? t('dates.calendar.noPlaces')
              : '–'
            : state === 'closed'
              ? t('dates.calendar.closed')
              : t('dates.calendar.free', { count: free }))}
      </span>
      {booked > 0 && (
        <span className="dates-day-booked">{t('dates.calendar.booked', { count: booked })}</span>
      )}
      {capacity > 0 && <progress max={capacity} value={capacity - free} aria-hidden="true" />}
    </button>
  );
}

const icons = {
  free: IconCircleCheck,
  full: IconBan,
  closed: IconCalendarOff,
  holiday: IconCalendarOff,
  none: IconCircleDashed,
};

/** `30.` or `30.11.`, in English `30` or `30 Nov`: the month where one begins, and today. */
function dayNumber(
  day: CalendarDay['day'],
  hasMonth: boolean,
  { language, date }: ReturnType<typeof useFormats>,
): string {
  const number = String(Number(day.slice(8)));
  if (language === 'de') return hasMonth ? `${number}.${Number(day.slice(5, 7))}.` : `${number}.`;
  return hasMonth ? `${number} ${date(day).split(' ')[1]?.slice(0, 3)}` : number;
}

function stateOf({ lanes, holiday }: CalendarDay) {
  const open = lanes.filter(({ isClosed }) => !isClosed);
  const capacity = open.reduce((sum, lane) => sum + lane.capacity, 0);
  const free = open.reduce((sum, lane) => sum + Math.max(0, lane.capacity - lane.taken), 0);
  const kind = (): keyof typeof icons => {
    if (holiday !== undefined) return 'holiday';
    if (lanes.length === 0) return 'none';
    if (open.length === 0) return 'closed';
    return free > 0 ? 'free' : 'full';
  };
  return { state: kind(), free, capacity };
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekdayOf(day));
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = steps[event.key];
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = step === undefined || at < 0 ? undefined : buttons[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
