import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PlainDate, parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { DateInput } from '../../../ui/date-input.tsx';
import { Said } from '../../../ui/said.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

/** Files of one day, today's at first: what they are, which day, and the buttons for them. */
export function DayCard({
  title,
  text,
  fault,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly fault: string | undefined;
  /** The buttons; the day is undefined while none that exists is typed. */
  children(on: PlainDate | undefined): ReactNode;
}) {
  const { t } = useTranslation();
  const { language, today } = useFormats();
  const [day, setDay] = useState<string>(today);
  return (
    <Card title={title}>
      <p className="station-dim">{text}</p>
      <div className="records-row">
        <DateInput
          language={language}
          today={today()}
          label={t('records.day')}
          isPast
          value={day}
          onChange={setDay}
        />
        {children(parsePlainDate(day))}
      </div>
      {fault && <Said tone="fault">{fault}</Said>}
    </Card>
  );
}
