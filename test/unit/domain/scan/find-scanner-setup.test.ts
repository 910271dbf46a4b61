import { expect, test } from 'vitest';
import { accept, refuse } from '../../../../domain/kernel/result.ts';
import type { LayoutName } from '../../../../domain/scan/wedge/layouts.ts';
import { readWedge } from '../../../../domain/scan/wedge/read-wedge.ts';
import {
  findScannerSetup,
  type SetupProblem,
} from '../../../../domain/scan/wedge/setup/find-scanner-setup.ts';
import { setupCodes } from '../../../../domain/scan/wedge/setup/setup-codes.ts';
import { isOnlyAdvice, setupSentence } from '../../../../domain/scan/wedge/setup/setup-sentence.ts';
import { type ScannerKeys, scannerKeys } from '../../../support/scanner-keys.ts';

const hosts: LayoutName[] = ['us', 'de', 'ch-de', 'ch-fr', 'fr'];

function find(options: ScannerKeys = {}, text: string = setupCodes.layout) {
  return findScannerSetup(scannerKeys(text, options), 'layout');
}

test.each(hosts)('a US scanner on a computer set to %s is found out', (host) => {
  expect(find({ host }).findings?.hosts).toEqual([host]);
  for (const isBare of [false, true]) {
    const { findings, problems } = find({ host, isBare });
    expect(findings?.hosts).toContain(host);
    expect(findings).toMatchObject({ prefix: '', trailing: '', suffix: 'Enter' });
    expect(problems).toEqual(host === 'us' ? [] : ['layout-differs']);
  }
});

test.each(hosts)('a scanner set to %s like its computer has nothing wrong with it', (host) => {
  expect(find({ scanner: host, host })).toMatchObject({ findings: { layout: 'host' }, problems: [] });
});

test('Caps Lock is named', () => {
  expect(find({ capsLock: 'letters' })).toMatchObject({
    findings: { isCapsLockOn: true },
    problems: ['caps-lock-on'],
  });
  expect(find({ capsLock: 'all', host: 'de' }).problems).toEqual(['caps-lock-on', 'layout-differs']);
});

test('ALT mode is named', () => {
  expect(find({ mode: 'alt', gapMs: 30 })).toMatchObject({
    findings: { isAltMode: true },
    problems: ['alt-mode'],
  });
});

test('suffix and speed are measured', () => {
  expect(find({ suffix: 'Tab', gapMs: 4 }).findings).toMatchObject({ suffix: 'Tab', msPerCharacter: 4 });
  expect(find({ suffix: 'none' }).problems).toEqual(['no-suffix']);
  expect(find({ gapMs: 60 }).problems).toEqual(['too-slow']);
});

test('text around the code is found and left out from then on', () => {
  const { findings, problems } = find({}, `>>${setupCodes.layout}!`);
  expect(findings).toMatchObject({ prefix: '>>', trailing: '!' });
  expect(problems).toEqual(['text-added']);
  const only = (text: string) => (text === 'ABCDEF' ? accept(text) : refuse('other'));
  expect(readWedge({ records: scannerKeys('>>ABCDEF!') }, only, findings)).toMatchObject({ kind: 'read' });
});

test('a symbology identifier in front is no problem', () => {
  expect(find({}, `]Q1${setupCodes.layout}`).problems).toEqual([]);
});

test.each([
  ['sent', scannerKeys(setupCodes.separator), []],
  ['sent', scannerKeys(setupCodes.separator, { mode: 'alt-controls', host: 'de' }), []],
  ['spelled', scannerKeys(setupCodes.separator.replace('\u001d', '029')), ['separator-spelled']],
  ['lost', scannerKeys(setupCodes.separator.replace('\u001d', '')), ['separator-lost']],
])('the separator of vials is %s', (separator, records, problems) => {
  expect(findScannerSetup(records, 'separator')).toMatchObject({ findings: { separator }, problems });
});

test('what arrives in pieces, twice or not at all is told apart', () => {
  const text = setupCodes.layout;
  expect(find({}, text.slice(0, 9) + text.slice(12)).problems).toEqual(['characters-lost']);
  expect(find({}, text.replace('Test', 'Teesst')).problems).toEqual(['characters-doubled']);
  expect(find({}, 'something else').problems).toEqual(['unreadable']);
  expect(findScannerSetup([], 'layout').problems).toEqual(['nothing-heard']);
});

test('every problem has a sentence in both languages', () => {
  const all: SetupProblem[] = ['nothing-heard', 'separator-lost', 'text-added'];
  for (const problem of all) expect(Object.values(setupSentence(problem))).toHaveLength(2);
  expect(isOnlyAdvice('layout-differs')).toBe(true);
  expect(isOnlyAdvice('separator-lost')).toBe(false);
});
