import { burstsOf } from '../bursts-of.ts';
import { hostLayoutsOf } from '../host-layout.ts';
import { type KeyRecord, roleOf, type WedgeBurst } from '../key-record.ts';
import type { LayoutName } from '../layouts.ts';
import type { ScannerSetup } from '../read-wedge.ts';
import { strokesOf } from '../strokes.ts';
import { wedgeLimits } from '../wedge-machine.ts';
import { readingsOf, type WedgeReading } from '../wedge-readings.ts';
import { type SetupCode, setupCodes } from './setup-codes.ts';

/** How a scanner is set, as its test code shows. */
export interface ScannerFindings extends ScannerSetup {
  /** Layouts that the computer may have; several only where they agree on every key of the code. */
  readonly hosts: readonly LayoutName[];
  readonly isCapsLockOn: boolean;
  readonly isAltMode: boolean;
  readonly suffix: WedgeBurst['endedBy'];
  readonly msPerCharacter: number;
  /** Only from the code that has one. */
  readonly separator?: 'sent' | 'spelled' | 'lost';
}

export type SetupProblem =
  | 'nothing-heard'
  | 'too-slow'
  | 'unreadable'
  | 'characters-lost'
  | 'characters-doubled'
  | 'layout-differs'
  | 'caps-lock-on'
  | 'alt-mode'
  | 'no-suffix'
  | 'separator-lost'
  | 'separator-spelled'
  | 'text-added';

export interface SetupOutcome {
  /** Absent when the code did not arrive at all. */
  readonly findings?: ScannerFindings;
  /** The gravest first. */
  readonly problems: readonly SetupProblem[];
}

/** Finds out from the recorded keys of one test code how the scanner is set and what of it is wrong. */
export function findScannerSetup(records: readonly KeyRecord[], code: SetupCode): SetupOutcome {
  const burst = burstsOf(records).reduce<WedgeBurst | undefined>(
    (longest, next) => (longest && longest.records.length >= next.records.length ? longest : next),
    undefined,
  );
  if (!burst) return { problems: [withoutBurst(records)] };
  const readings = readingsOf(burst);
  const found = forms(code).flatMap(({ text, separator }) =>
    readings.flatMap((reading) => (reading.text.includes(text) ? [{ reading, text, separator }] : [])),
  );
  const [best] = found;
  if (!best) return { problems: [whyUnreadable(readings, setupCodes[code])] };
  const findings = findingsOf(burst, best.reading, best.text, best.separator);
  return { findings, problems: problemsOf(findings) };
}

/** The content as it may arrive, the best form first. */
function forms(code: SetupCode): { text: string; separator?: ScannerFindings['separator'] }[] {
  const text = setupCodes[code];
  if (!text.includes('\u001d')) return [{ text }];
  const spelled = ['029', '<GS>', '{GS}', '|', '^]', '~d029'];
  return [
    { text, separator: 'sent' },
    ...spelled.map((spelling) => ({ text: text.replace('\u001d', spelling), separator: 'spelled' as const })),
    { text: text.replace('\u001d', ''), separator: 'lost' },
  ];
}

function findingsOf(
  burst: WedgeBurst,
  { text, layout, capsLock }: WedgeReading,
  content: string,
  separator: ScannerFindings['separator'],
): ScannerFindings {
  const strokes = strokesOf(burst.records);
  const at = text.indexOf(content);
  const hosts = hostLayoutsOf(strokes);
  const isCapsLockOn = capsLock !== 'off' || burst.records.some((record) => record.isCapsLock === true);
  const downs = burst.records.filter((record) => record.type !== 'keyup');
  const lastAt = downs.at(-1)?.timeStamp ?? burst.startedAt;
  return {
    layout,
    hosts,
    prefix: text.slice(0, at),
    trailing: text.slice(at + content.length),
    isCapsLockOn,
    isAltMode: strokes.filter((stroke) => stroke.isAltMode).length > strokes.length / 2,
    suffix: burst.endedBy,
    msPerCharacter: Math.round((10 * (lastAt - burst.startedAt)) / Math.max(1, strokes.length - 1)) / 10,
    ...(separator ? { separator } : {}),
  };
}

function problemsOf(findings: ScannerFindings): SetupProblem[] {
  const { layout, hosts, separator, prefix, trailing, suffix } = findings;
  // The second code is about the separator alone; the first has told everything else.
  if (separator === 'sent') return [];
  if (separator) return [separator === 'lost' ? 'separator-lost' : 'separator-spelled'];
  const differs = layout !== 'host' && !hosts.includes(layout);
  const found: [boolean, SetupProblem][] = [
    [findings.isCapsLockOn, 'caps-lock-on'],
    [differs, 'layout-differs'],
    [suffix === 'silence', 'no-suffix'],
    [findings.isAltMode, 'alt-mode'],
    [isAdded(prefix) || trailing !== '', 'text-added'],
  ];
  return found.flatMap(([isThere, problem]) => (isThere ? [problem] : []));
}

/** A symbology identifier is wanted, not a problem. */
function isAdded(prefix: string): boolean {
  return prefix !== '' && !/^\][A-Za-z][0-9A-Za-z]$/.test(prefix);
}

function withoutBurst(records: readonly KeyRecord[]): SetupProblem {
  const downs = records.filter((record) => record.type !== 'keyup' && roleOf(record) === 'character');
  if (downs.length < wedgeLimits.minimumStrokes) return 'nothing-heard';
  return 'too-slow';
}

function whyUnreadable(readings: readonly WedgeReading[], content: string): SetupProblem {
  for (const { text } of readings) {
    if (isContainedInOrder(text, content) && text.length * 2 > content.length) return 'characters-lost';
    if (isContainedInOrder(content, text) && text.length > content.length) return 'characters-doubled';
  }
  return 'unreadable';
}

/** Whether all characters of `part` occur in `whole` in the same order. */
function isContainedInOrder(part: string, whole: string): boolean {
  let position = 0;
  for (const character of part) {
    const at = whole.indexOf(character, position);
    if (at < 0) return false;
    position = at + 1;
  }
  return true;
}
