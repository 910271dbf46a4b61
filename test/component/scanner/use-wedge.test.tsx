import { render } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeyRecord } from '../../../domain/scan/wedge/key-record.ts';
import { readingsOf } from '../../../domain/scan/wedge/wedge-readings.ts';
import { useWedge } from '../../../renderer/scanner/use-wedge.ts';
import { pressKeys } from '../../support/press-keys.ts';
import { scannerKeys } from '../../support/scanner-keys.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface DeskProps {
  onScan(text: string): void;
  onHotkey?(key: string): void;
  onClick?(): void;
  readonly enabled?: boolean;
}

function Desk({ onScan, onHotkey, onClick, enabled = true }: DeskProps) {
  const [value, setValue] = useState('before');
  useWedge({ enabled, onScan: (burst) => onScan(readingsOf(burst)[0]?.text ?? '') });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the page's hotkeys
    <div onKeyDown={(event) => onHotkey?.(event.key)}>
      <input aria-label="field" value={value} onChange={(event) => setValue(event.target.value)} />
      <input type="date" aria-label="day" defaultValue="2027-03-31" />
      <button type="button" onClick={onClick}>
        go
      </button>
    </div>
  );
}

function slowly(text: string, gapsMs: readonly number[]): KeyRecord[] {
  let at = performance.now() + 1000;
  return [...text].map((key, index) => {
    at += gapsMs[index % gapsMs.length] ?? 0;
    return { key, code: `Key${key.toUpperCase()}`, timeStamp: at };
  });
}

test('a scan into a focused field leaves it as it was, cursor and all', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} />);
  const field = getByLabelText('field') as HTMLInputElement;
  field.focus();
  field.setSelectionRange(3, 3);
  pressKeys(scannerKeys('HC1:ABC 12', { host: 'us' }));
  expect(onScan.mock.calls).toEqual([['HC1:ABC 12']]);
  expect([field.value, field.selectionStart]).toEqual(['before', 3]);
});

test('slow first keys of a scan are taken back from the field too, and what was typed before stays', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} />);
  const field = getByLabelText('field') as HTMLInputElement;
  field.focus();
  field.setSelectionRange(6, 6);
  const code = '24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC';
  const slow = [0, 170, 230, 340, 500];
  const records = scannerKeys(code, { isBare: true }).map((record, index) => ({
    ...record,
    timeStamp: performance.now() + 1000 + (slow[index] ?? 500 + index * 8 + (index > 20 ? 190 : 0)),
  }));
  pressKeys(slowly('x', [700]));
  pressKeys(records);
  expect(onScan.mock.calls).toEqual([[code]]);
  expect(field.value).toBe('beforex');
});

test('a scan into a date field leaves the date', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} />);
  const day = getByLabelText('day') as HTMLInputElement;
  day.focus();
  pressKeys(scannerKeys('0123456789'));
  expect(onScan).toHaveBeenCalledOnce();
  expect(day.value).toBe('2027-03-31');
});

test('a scan without a suffix ends by itself', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} />);
  getByLabelText('field').focus();
  pressKeys(scannerKeys('HC1:ABC', { suffix: 'none' }));
  expect(onScan.mock.calls).toEqual([['HC1:ABC']]);
});

test('a scan over a focused button presses neither it nor a hotkey', () => {
  const [onScan, onClick, onHotkey] = [vi.fn(), vi.fn(), vi.fn()];
  const { getByText } = render(<Desk onScan={onScan} onClick={onClick} onHotkey={onHotkey} />);
  getByText('go').focus();
  pressKeys(scannerKeys('0123456789'));
  expect(onScan).toHaveBeenCalledOnce();
  expect(onClick).not.toHaveBeenCalled();
  expect(onHotkey).not.toHaveBeenCalled();
});

test('what a quick typist types arrives whole and in order', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} />);
  const field = getByLabelText('field') as HTMLInputElement;
  field.focus();
  field.setSelectionRange(0, 6);
  pressKeys(slowly('schnelletypistin', [70, 12, 55, 20, 18, 90, 33]));
  expect(onScan).not.toHaveBeenCalled();
  expect(field.value).toBe('schnelletypistin');
});

test('a hotkey outside a field still arrives', () => {
  const onHotkey = vi.fn();
  const { getByText } = render(<Desk onScan={vi.fn()} onHotkey={onHotkey} />);
  getByText('go').focus();
  pressKeys(slowly('s', [100]));
  expect(onHotkey.mock.calls).toEqual([['s']]);
});

test('Enter on a button still presses it', () => {
  const onClick = vi.fn();
  const { getByText } = render(<Desk onScan={vi.fn()} onClick={onClick} />);
  getByText('go').focus();
  pressKeys([{ key: 'Enter', code: 'Enter', timeStamp: performance.now() + 100 }]);
  expect(onClick).toHaveBeenCalledOnce();
});

test('switched off, it hears nothing', () => {
  const onScan = vi.fn();
  const { getByLabelText } = render(<Desk onScan={onScan} enabled={false} />);
  const field = getByLabelText('field') as HTMLInputElement;
  field.focus();
  pressKeys(scannerKeys('0123456789'));
  expect(onScan).not.toHaveBeenCalled();
});
