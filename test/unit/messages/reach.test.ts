import { expect, test } from 'vitest';
import { messageKinds } from '../../../domain/messages/message-kind.ts';
import { wayOfMessage } from '../../../domain/messages/reach.ts';

test('an address given for the pass brings the pass and nothing else', () => {
  const known = { hasEmail: true, consentsToMessages: false };
  expect(wayOfMessage('pass-ready', known)).toBe('email');
  expect(messageKinds.filter((kind) => wayOfMessage(kind, known) === 'email')).toEqual(['pass-ready']);
});

test('with consent everything comes by e-mail', () => {
  const known = { hasEmail: true, consentsToMessages: true };
  expect(messageKinds.every((kind) => wayOfMessage(kind, known) === 'email')).toBe(true);
});

test('without an address what must be known in time is told by phone, and nothing else', () => {
  const known = { hasEmail: false, consentsToMessages: true };
  expect(messageKinds.filter((kind) => wayOfMessage(kind, known) === 'phone')).toEqual([
    'appointment-moved',
    'appointment-cancelled',
    'day-closed',
    'standby-offer',
  ]);
  expect(wayOfMessage('reminder', known)).toBe('none');
});
