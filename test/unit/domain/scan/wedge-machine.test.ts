import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeyRecord, WedgeBurst } from '../../../../domain/scan/wedge/key-record.ts';
import { takeLead } from '../../../../domain/scan/wedge/take-lead.ts';
import {
  idleWedge,
  type KeyTarget,
  stepWedge,
  type WedgeEffect,
  wakeWedge,
} from '../../../../domain/scan/wedge/wedge-machine.ts';
import { wedgeTexts } from '../../../../domain/scan/wedge/wedge-texts.ts';
import { scannerKeys } from '../../../support/scanner-keys.ts';

const passText = '0123456789ABCDEFGHJKLMNPQRSTUVWX0123456789';

function run(records: readonly KeyRecord[], target: KeyTarget = 'page') {
  let state = idleWedge;
  const effects: WedgeEffect[] = [];
  const passed: string[] = [];
  for (const record of records) {
    const step = stepWedge(state, record, target);
    state = step.state;
    effects.push(...step.effects);
    for (const effect of step.effects)
      if (effect.kind === 'give-back') passed.push(...effect.records.map(({ key }) => key));
    if (!step.isSwallowed && record.type !== 'keyup') passed.push(record.key);
  }
  const last = wakeWedge(state, (records.at(-1)?.timeStamp ?? 0) + 1000);
  for (const effect of last.effects)
    if (effect.kind === 'give-back') passed.push(...effect.records.map(({ key }) => key));
  effects.push(...last.effects);
  return {
    passed,
    effects,
    scans: effects.flatMap((effect) => (effect.kind === 'scan' ? [effect.burst] : [])),
  };
}

function typed(text: string, gapsMs: readonly number[]): KeyRecord[] {
  let at = 5000;
  return [...text].map((key, index) => {
    at += index === 0 ? 0 : (gapsMs[(index - 1) % gapsMs.length] ?? 0);
    const code = /[a-z]/i.test(key) ? `Key${key.toUpperCase()}` : 'Space';
    return { key, code, timeStamp: at, type: 'keydown' };
  });
}

test.each([1, 4, 8, 16, 30])(
  'a scan at %i ms a character is taken out whole and nothing of it goes on',
  (gapMs) => {
    const { scans, passed } = run(scannerKeys(passText, { gapMs }));
    expect(scans).toHaveLength(1);
    expect(scans[0]?.endedBy).toBe('Enter');
    expect(passed.filter((key) => key !== 'Shift')).toEqual([]);
  },
);

test('a scan ends by Tab or by silence too', () => {
  expect(run(scannerKeys(passText, { suffix: 'Tab' })).scans[0]?.endedBy).toBe('Tab');
  expect(run(scannerKeys(passText, { suffix: 'none' })).scans[0]?.endedBy).toBe('silence');
});

test('in a text field the first key goes through at once and is taken back when a scanner shows', () => {
  const { effects, passed } = run(scannerKeys('123456789'), 'text');
  expect(passed).toEqual(['1']);
  expect(effects.map(({ kind }) => kind)).toEqual(['begin', 'retract', 'scan']);
});

test('in a date field keys go through until a scanner shows, then the field is put back', () => {
  const { effects, passed } = run(scannerKeys('123456789'), 'parts');
  expect(passed).toEqual(['1', '2', '3']);
  expect(effects.map(({ kind }) => kind)).toEqual(['begin', 'retract', 'scan']);
});

test('a very quick typist with rollover keeps every key in order', () => {
  const text = 'the quick brown fox jumps over the lazy dog';
  const quick = typed(text, [70, 55, 12, 64, 38, 81, 9, 60, 25, 110]);
  for (const target of ['text', 'parts', 'page'] as const) {
    const { scans, passed } = run(quick, target);
    expect(scans).toEqual([]);
    expect(passed.join('')).toBe(text);
  }
});

test('no more than one key in three is ever held from somebody who types 17 characters a second', () => {
  const { scans, passed } = run(typed('a'.repeat(3) + 'schnelleschreibkraft'.repeat(5), [58]));
  expect(scans).toEqual([]);
  expect(passed).toHaveLength(103);
});

test('a key held down is never a scan, marked as repeat or not', () => {
  const marked = typed('aaaaaaaaaaaa', [500, 30]).map((record, i) => ({ ...record, repeat: i > 0 }));
  const unmarked = typed('aaaaaaaaaaaa', [30]);
  for (const records of [marked, unmarked]) {
    const { scans, passed } = run(records);
    expect(scans).toEqual([]);
    expect(passed.join('')).toBe('aaaaaaaaaaaa');
  }
});

test('an accent typed quickly after a letter is not held, so that it still combines', () => {
  const accent: KeyRecord[] = [
    ...typed('r', []),
    { key: 'Dead', code: 'Backquote', timeStamp: 5020 },
    { key: 'ê', code: 'KeyE', timeStamp: 5090 },
  ];
  expect(run(accent, 'text').passed).toEqual(['r', 'Dead', 'ê']);
});

test('Enter after a few quick keys goes on to the window, behind the keys', () => {
  const records = [...typed('ja', [20]), { key: 'Enter', code: 'Enter', timeStamp: 5035 }];
  const { scans, passed } = run(records);
  expect(scans).toEqual([]);
  expect(passed).toEqual(['j', 'a', 'Enter']);
});

test('the second half of a CR LF suffix is swallowed with the first', () => {
  const records = scannerKeys('123456789');
  const end = records.at(-1)?.timeStamp ?? 0;
  const { scans, passed } = run([...records, { key: 'Enter', code: 'Enter', timeStamp: end + 8 }]);
  expect(scans).toHaveLength(1);
  expect(passed).toEqual([]);
});

test('two scans in a row are two scans', () => {
  const { scans } = run([
    ...scannerKeys('123456789'),
    ...scannerKeys('987654321', { startAt: 1300, suffix: 'none' }),
    ...scannerKeys('555666777', { startAt: 1600 }),
  ]);
  expect(scans).toHaveLength(3);
});

test('keys that no code may press are swallowed inside a scan, so that none reaches a hotkey', () => {
  const hostile: KeyRecord[] = [
    ...scannerKeys('12345678', { suffix: 'none' }),
    { key: 'Escape', code: 'Escape', timeStamp: 1070 },
    { key: 'r', code: 'KeyR', metaKey: true, timeStamp: 1078 },
    { key: 'p', code: 'KeyP', ctrlKey: true, timeStamp: 1086 },
    { key: 'Enter', code: 'Enter', timeStamp: 1094 },
  ];
  const { scans, passed } = run(hostile);
  expect(scans).toHaveLength(1);
  expect(passed).toEqual([]);
});

test('whatever the pauses, each key goes to the person or into a scan, once and in order', () => {
  const keys = fc.array(fc.record({ key: fc.constantFrom(...'abcdefgh'), gapMs: fc.nat({ max: 120 }) }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(keys, (pressed) => {
      let at = 1000;
      const records = pressed.map(({ key, gapMs }): KeyRecord => {
        at += gapMs;
        return { key, code: `Key${key.toUpperCase()}`, timeStamp: at };
      });
      const { order } = destinations(records);
      expect(order).toBe(pressed.map(({ key }) => key).join(''));
    }),
    { numRuns: 500 },
  );
});

test('nobody is taken for a scanner who pauses 45 ms or more before every third key', () => {
  const gap = fc.nat({ max: 38 });
  const slow = fc.integer({ min: 45, max: 300 });
  const human = fc.array(fc.tuple(slow, gap, gap), { minLength: 4, maxLength: 30 });
  fc.assert(
    fc.property(human, (triples) => {
      const records = typed('abcdefghij'.repeat(9).slice(0, triples.length * 3), triples.flat());
      expect(run(records).scans).toEqual([]);
    }),
  );
});

const passCode = '24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC';

/** The key-downs of a scan whose first keys come slowly, and one of whose later pauses is a long one. */
const jittery = fc.record({
  code: fc.constantFrom(passCode, '01041501234567821728123110ABC-770'),
  slow: fc.array(fc.integer({ min: 41, max: 200 }), { maxLength: 8 }),
  quick: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 40, maxLength: 40 }),
  hiccupMs: fc.integer({ min: 0, max: 200 }),
  hiccupAt: fc.integer({ min: 8, max: 20 }),
});

test('a scan whose first keys are slow and that stalls once is one scan, and nothing of it stays', () => {
  fc.assert(
    fc.property(jittery, ({ code, slow, quick, hiccupMs, hiccupAt }) => {
      let at = 5000;
      const records = scannerKeys(code, { isBare: false })
        .filter(({ type, key }) => type === 'keydown' && key !== 'Shift')
        .map((record, index) => {
          const hiccup = index === slow.length + hiccupAt ? hiccupMs : 0;
          at += index === 0 ? 0 : Math.max(slow[index - 1] ?? quick[index - 1] ?? 8, hiccup);
          return { ...record, timeStamp: at };
        });
      const { scans } = run(records, 'text');
      expect(scans).toHaveLength(1);
      const { burst, taken } = takeLead(scans[0] as WedgeBurst, { referenceYear: 2026 });
      expect(taken).toHaveLength(slow.length);
      expect(wedgeTexts(burst, { referenceYear: 2026 })).toEqual([code]);
    }),
    { numRuns: 200 },
  );
});

test('what somebody types just before a scan is theirs', () => {
  const name = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(name, fc.integer({ min: 50, max: 220 }), (typedName, gapMs) => {
      const before = typed(typedName, [gapMs]);
      const startAt = (before.at(-1)?.timeStamp ?? 0) + gapMs;
      const { scans } = run([...before, ...scannerKeys(passCode, { startAt })], 'text');
      expect(scans).toHaveLength(1);
      const { burst, taken } = takeLead(scans[0] as WedgeBurst, { referenceYear: 2026 });
      expect(taken).toEqual([]);
      expect(wedgeTexts(burst, { referenceYear: 2026 })).toEqual([passCode]);
    }),
  );
});

/** Every key in the order in which it got where it belongs: passed on, given back, or part of a scan. */
function destinations(records: readonly KeyRecord[]) {
  let state = idleWedge;
  let order = '';
  const take = (effects: readonly WedgeEffect[]) => {
    for (const effect of effects) {
      if (effect.kind === 'give-back') order += effect.records.map(({ key }) => key).join('');
      if (effect.kind === 'scan') order += effect.burst.records.map(({ key }) => key).join('');
    }
  };
  for (const record of records) {
    const step = stepWedge(state, record, 'page');
    state = step.state;
    take(step.effects);
    if (!step.isSwallowed) order += record.key;
  }
  take(wakeWedge(state, Number.POSITIVE_INFINITY).effects);
  return { order };
}
