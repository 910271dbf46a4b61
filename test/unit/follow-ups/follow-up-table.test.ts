import { expect, test } from 'vitest';
import type { EventType } from '../../../domain/follow-ups/follow-up.ts';
import { followUpTable } from '../../../domain/follow-ups/follow-up-table.ts';
import type { Known } from '../../../domain/follow-ups/known.ts';
import { type Asker, isDecidedHere } from '../../../domain/follow-ups/what-follows.ts';
import { aPersonRegistered, appointmentBooked } from '../../support/events.ts';
import { roundsOf, today } from '../../support/known-in-memory.ts';
import { wordsOfEvent, wordsOfWork } from './consequence-words.ts';
import type { Scenario } from './scenario-facts.ts';
import { scenarios } from './scenarios.ts';

const rows = Object.entries(followUpTable) as [EventType, (typeof followUpTable)[EventType]][];

test('what follows from every event, in words for a clinician', async () => {
  await expect(textOf((scenario) => wordsOf(scenario))).toMatchFileSnapshot('what-follows.txt');
});

test('what follows of it at the desk of a connected centre, and what at headquarters', async () => {
  const text = textOf((scenario) =>
    [
      wordsOf(scenario, 'connected', 'at the desk'),
      wordsOf(scenario, 'headquarters', 'at headquarters'),
    ].join('\n'),
  );
  await expect(text).toMatchFileSnapshot('what-follows-connected.txt');
});

function textOf(words: (scenario: Scenario) => string): string {
  const text = rows.map(([type, row]) => {
    const follows = 'follows' in row ? (scenarios[type] ?? []).map(words) : [`  Nothing: ${row.nothing}.`];
    return [type, ...follows].join('\n');
  });
  return `${text.join('\n\n')}\n`;
}

function wordsOf({ when, events, ...world }: Scenario, asker: Asker = 'stand-alone', where = ''): string {
  const rounds = roundsOf(events, world, asker);
  const words = [
    ...rounds.flatMap(({ following }) => following.events.map(({ event }) => wordsOfEvent(event))),
    ...rounds.flatMap(({ following }) => following.outbox.map(wordsOfWork)),
  ];
  const place = where ? `, ${where}` : '';
  return [
    `  When ${when}${place}:`,
    ...(words.length > 0 ? words : ['nothing']).map((line) => `    ${line}`),
  ].join('\n');
}

test('each follow-up has a scenario in which it does something, and reads what it declares and nothing else', () => {
  const used = new Map<string, Set<string>>();
  for (const [type, row] of rows) {
    if (!('follows' in row)) continue;
    for (const followUp of row.follows) {
      const reads = used.get(followUp.name) ?? new Set();
      used.set(followUp.name, reads);
      const did = (scenarios[type] ?? []).map(({ events, ...world }) => {
        const [first] = roundsOf(events, world);
        const own = first?.recorded.filter(({ event }) => event.type === type) ?? [];
        const { events: facts = [], outbox = [] } = followUp.follow(
          own as never,
          watched(first?.known as Known, followUp, reads),
        );
        return facts.length + outbox.length;
      });
      expect(
        did.some((count) => count > 0),
        `${type}: ${followUp.name}`,
      ).toBe(true);
    }
  }
  for (const [, row] of rows)
    if ('follows' in row)
      for (const { name, needs } of row.follows)
        expect([...(used.get(name) ?? [])].sort(), name).toEqual([...needs].sort());
});

function watched(
  known: Known,
  { name, needs }: { readonly name: string; readonly needs: readonly string[] },
  reads: Set<string>,
): Known {
  return new Proxy(known, {
    get(target, key: keyof Known) {
      if (!needs.includes(key)) throw new Error(`${name} reads ${key} and does not declare it`);
      reads.add(key);
      return target[key];
    },
  });
}

test('what headquarters decides it decides by what it has at hand, and each pass is decided in one place', () => {
  const atHand = ['person', 'personBefore', 'linkedSet', 'doses', 'newPass'];
  for (const [, row] of rows)
    for (const followUp of 'follows' in row ? row.follows : []) {
      if (isDecidedHere(followUp, 'headquarters'))
        expect(atHand, followUp.name).toEqual(expect.arrayContaining([...followUp.needs]));
    }
  const before = [aPersonRegistered({ email: 'a@example.invalid' })];
  const booked = [appointmentBooked(1, today)];
  const followingOf = (asker: Asker) =>
    roundsOf(booked, { before }, asker).flatMap(({ following: { events, outbox } }) => [
      ...events.map(({ event }) => event.type),
      ...outbox.map(({ kind }) => kind),
    ]);
  expect(followingOf('stand-alone')).toEqual(['PassIssued', 'send-message', 'sign-pass']);
  expect(followingOf('connected')).toEqual([]);
  expect(followingOf('headquarters')).toEqual(['PassIssued', 'send-message', 'sign-pass']);
});
