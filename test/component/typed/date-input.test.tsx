import { MantineProvider } from '@mantine/core';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { DateInput } from '../../../ui/date-input.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const today = '2026-11-23' as PlainDate;

function Form({ language, told, sent }: { language: Language; told(value: string): void; sent(): void }) {
  const [day, setDay] = useState('2026-11-23');
  const [clock, setClock] = useState('');
  const take = (value: string) => {
    setDay(value);
    told(value);
  };
  return (
    <MantineProvider>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          sent();
        }}
      >
        <DateInput language={language} today={today} label="day" value={day} onChange={take} />
        <TimeInput language={language} label="clock" value={clock} onChange={setClock} />
        <output>{clock}</output>
        <button type="submit">send</button>
        <button type="button" onClick={() => setDay('2027-01-01')}>
          other
        </button>
      </form>
    </MantineProvider>
  );
}

function open(language: Language = 'de') {
  const told: string[] = [];
  let sends = 0;
  render(<Form language={language} told={(value) => told.push(value)} sent={() => sends++} />);
  const day = screen.getByLabelText<HTMLInputElement>('day');
  const type = (text: string) => fireEvent.change(day, { target: { value: text } });
  return {
    day,
    type,
    told,
    sends: () => sends,
    field: () => day.closest('.mantine-TextInput-root')?.textContent,
  };
}

test('a day is shown in the digits of the screen, with its weekday', () => {
  const { day, field } = open();
  expect(day.value).toBe('23.11.2026');
  expect(field()).toContain('Montag, 23. November 2026');
});

test('an English screen writes and says it in English', () => {
  const { day, field, type } = open('en');
  expect(day.value).toBe('23/11/2026');
  expect(field()).toMatch(/Monday,? 23 November 2026/);
  type('5/3/2027');
  expect(field()).toMatch(/Friday,? 5 March 2027/);
});

test('what may go on counts only once the field is left or Enter pressed, a whole day at once', () => {
  const { day, told, type } = open();
  type('31.12.20');
  type('31.12.202');
  type('31.12.2027');
  expect(told).toEqual(['', '2027-12-31']);
  type('050327');
  expect(told.at(-1)).toBe('');
  fireEvent.blur(day);
  expect(told.at(-1)).toBe('2027-03-05');
  expect(day.value).toBe('05.03.2027');
  type('morgen');
  fireEvent.keyDown(day, { key: 'Enter' });
  expect([told.at(-1), day.value]).toEqual(['2026-11-24', '24.11.2026']);
});

test('a day that no calendar has is refused with a sentence, and the form is not sent', () => {
  const { day, field, sends, type } = open();
  type('31.2.2027');
  expect(field()).not.toContain('Diesen Tag gibt es nicht');
  fireEvent.blur(day);
  expect(field()).toContain('Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen.');
  fireEvent.click(screen.getByText('send'));
  expect(sends()).toBe(0);
  expect(day.validationMessage).toBe('Diesen Tag gibt es nicht. Bitte Tag und Monat prüfen.');
  type('28.2.2027');
  fireEvent.click(screen.getByText('send'));
  expect(sends()).toBe(1);
});

test('arrow keys go a day on or back, the page keys a week', () => {
  const { day, told } = open();
  for (const key of ['ArrowUp', 'ArrowUp', 'PageUp', 'ArrowDown', 'PageDown'])
    fireEvent.keyDown(day, { key });
  expect(told).toEqual(['2026-11-24', '2026-11-25', '2026-12-02', '2026-12-01', '2026-11-24']);
});

test('a day that comes from elsewhere is written anew', () => {
  const { day, type } = open();
  type('5.3');
  fireEvent.click(screen.getByText('other'));
  expect(day.value).toBe('01.01.2027');
});

test('a time is read as people type it, and what is none is said', () => {
  open();
  const clock = screen.getByLabelText<HTMLInputElement>('clock');
  for (const typed of ['8', '800', '8:00', '8 Uhr', '08.00']) {
    fireEvent.change(clock, { target: { value: typed } });
    fireEvent.blur(clock);
    expect([typed, clock.value, document.querySelector('output')?.textContent]).toEqual([
      typed,
      '08:00',
      '08:00',
    ]);
  }
  fireEvent.change(clock, { target: { value: '25:00' } });
  fireEvent.blur(clock);
  expect(screen.getByText('Das ist keine Uhrzeit. Bitte zum Beispiel 8:30 eingeben.')).toBeTruthy();
  expect(clock.checkValidity()).toBe(false);
});
