import { mkdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { runCli } from '../../../main/cli.ts';
import { noteHandOver } from '../../../main/commands/handover/note-hand-over.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { recordView } from '../../../main/commands/staff/record-view.ts';
import { recordAdverseEvent } from '../../../main/commands/vaccination/record-adverse-event.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { commit } from '../../../main/commit/commit.ts';
import { personExport } from '../../../main/queries/people/person-export.ts';
import { personExportFile } from '../../../main/queries/people/person-export-file.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

function jurgen() {
  const { station } = opened;
  const first = aPerson({
    givenName: 'Jürgen',
    familyName: 'Weiß',
    birthDate: '1951-03-02' as BirthDate,
    email: 'j@weiss.example',
  });
  const personId = expectPerson(station, first);
  const details = { ...first, familyName: 'Wiśniewski محمد' };
  must(correctPerson(station, 'operator', { personId, details, why: 'changed' }));
  must(recordConsent(station, 'operator', { personId, channel: 'email', isGiven: true }));
  must(
    recordDose(station, 'operator', {
      personId,
      lot: 'L-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: ['not-checked-in'],
    }),
  );
  return personId;
}

/** Ids and pass numbers differ from run to run. */
function withoutChance(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'ID')
    .replace(/\b[0-9A-Z]{4}-[0-9A-Z]{3}-[0-9A-Z]{3}\b/g, 'NUMBER');
}

test('version 1 of the export has this shape', () => {
  const exported = must(personExport(opened.station, jurgen(), ['reception']));
  expect(withoutChance(JSON.stringify(exported, undefined, 2))).toMatchSnapshot();
});

test('says what reached the person, and who opened the record for what', async () => {
  const personId = jurgen();
  const { station } = opened;
  const { staffId } = await expectStaff(station, 'Ada Lend', ['site-lead']);
  must(noteHandOver(station, 'operator', { personId, way: 'paper' }));
  recordView(station, `staff:${staffId}`, { personId, why: 'question' });
  const exported = must(personExport(station, personId, ['site-lead']));
  expect(exported.deliveries).toMatchObject([{ what: 'pass', way: 'paper' }]);
  expect(exported.views).toMatchObject([{ by: 'Ada Lend', why: 'question' }]);
  const made = must(
    await personExportFile(station, personId, { format: 'pdf', language: 'de' }, ['site-lead']),
  );
  expect(made.bytes.length).toBeGreaterThan(1_000);
});

describe('somebody with a reaction, and a dose from a vial past its time', () => {
  const recorded = () => {
    const { station } = opened;
    const personId = jurgen();
    const [dose] = dosesOf(station.db, personId);
    if (!dose) throw new Error('no dose');
    const reaction = {
      kinds: ['allergic'],
      beganAt: station.now(),
      course: 'recovering',
      description: 'Quaddeln am Hals',
      measures: 'Antihistaminikum',
    } as const;
    must(
      recordAdverseEvent(station, 'operator', {
        personId,
        doseId: dose.dose_id,
        isReportable: true,
        reaction,
      }),
    );
    commit(station, [
      {
        stream: personId,
        actor: 'operator',
        occurredAt: station.now(),
        event: {
          type: 'DoseDrawn',
          version: 1,
          data: {
            personId,
            doseId: dose.dose_id,
            productId: dose.product_id,
            lot: dose.lot,
            objections: ['vial-past-use'],
            personal: { reason: 'Vor Ablauf aufgezogen.' },
          },
        },
      },
    ]);
    return personId;
  };

  test.each([['site-lead'], ['auditor']] as const)('gets both from somebody who is %s', async (role) => {
    const personId = recorded();
    const exported = must(personExport(opened.station, personId, [role]));
    expect(exported).toMatchObject({
      isMedicalWithheld: false,
      reactions: [{ kinds: ['allergic'], description: 'Quaddeln am Hals', lot: 'L-1', product: 'Comirnaty' }],
      doseReasons: [{ what: 'drawn', against: ['vial-past-use'], reason: 'Vor Ablauf aufgezogen.' }],
    });
  });

  test('from the reception they get a file that says what is left out', () => {
    const exported = must(personExport(opened.station, recorded(), ['reception']));
    expect(exported.isMedicalWithheld).toBe(true);
    expect(JSON.stringify(exported)).not.toMatch(/Quaddeln|aufgezogen/);
  });

  test.each([[['site-lead']], [['reception']]] as const)('the PDF for %j is drawn', async (roles) => {
    const wish = { format: 'pdf', language: 'de' } as const;
    const made = must(await personExportFile(opened.station, recorded(), wish, roles));
    expect(made.bytes.length).toBeGreaterThan(1_000);
  });
});

test.each(['de', 'en'] as const)('the PDF (%s) is one, with the fonts it needs inside', async (language) => {
  const made = must(
    await personExportFile(opened.station, jurgen(), { format: 'pdf', language }, ['site-lead']),
  );
  const text = Buffer.from(made.bytes).toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text).toContain('/FontFile2');
  expect(made.fileName).toMatch(/-wisniewski-juergen-2026-11-23\.pdf$/);
});

test('on the command line the data goes to standard output, or to a file that only its owner reads', async () => {
  const { station, dir } = opened;
  const personId = jurgen();
  station.db.pragma('wal_checkpoint(PASSIVE)');
  const said: string[] = [];
  const io = {
    out: (line: string) => said.push(line),
    err: (line: string) => said.push(line),
    stdin: Readable.from([]),
  };
  const file = path.join(dir, 'out', 'auskunft.pdf');
  mkdirSync(path.dirname(file));
  expect(await runCli(['people', 'export', '--dir', dir, '--person', personId], io)).toBe(0);
  expect(JSON.parse(said.join('\n'))).toMatchObject({ format: 'impfpass-station/person', version: 1 });
  const words = ['people', 'export', '--dir', dir, '--person', personId, '--format', 'pdf', '--out', file];
  expect(await runCli(words, io)).toBe(0);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await runCli(['people', 'export', '--dir', dir, '--person', 'nobody'], io)).toBe(1);
});
