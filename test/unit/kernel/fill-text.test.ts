import { expect, test } from 'vitest';
import { fillText } from '../../../domain/kernel/fill-text.ts';

test('values take the place of their names in braces, each time and once only', () => {
  expect(fillText('{name}, {name}: {date}', { name: '{date}', date: '1 May' })).toBe('{date}, {date}: 1 May');
});

test('what has no value stays as it was written', () => {
  expect(fillText('{name} {other} {} {', { name: 'Ada' })).toBe('Ada {other} {} {');
  expect(fillText('{constructor} {__proto__}', {})).toBe('{constructor} {__proto__}');
});
