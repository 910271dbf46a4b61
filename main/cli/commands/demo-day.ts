import { existsSync } from 'node:fs';
import path from 'node:path';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { epochMsOf, type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { type BirthDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { databaseFile } from '../../centre/directory.ts';
import { bookAppointment } from '../../commands/appointments/book-appointment.ts';
import { registerPerson } from '../../commands/people/register-person.ts';
import { evaluateScan } from '../../commands/scanning/evaluate-scan.ts';
import { recordDose } from '../../commands/vaccination/record-dose.ts';
import { checkIn } from '../../commands/visits/check-in.ts';
import { closeStation, signLog } from '../../compose.ts';
import { drainOutbox } from '../../outbox/drain-outbox.ts';
import { passFacts } from '../../queries/passes/pass-facts.ts';
import { knownOf } from '../../queries/people/known-of.ts';
import type { Station } from '../../station.ts';
import { wholeLog } from '../../store/event-log/read-events.ts';
import { verifyLog } from '../../store/event-log/verify-log.ts';
import { type PassRow, passFileOf, passOf } from '../../store/tables/passes/passes.ts';
import type { CliCommand, CliIo } from '../cli-command.ts';
import { openOrFoundStation } from '../open-station.ts';
import { readOptions, withStoreFaults } from '../options.ts';
import { writePrivateFile } from '../write-private-file.ts';

const DAYS_TO_SECOND_DATE = 24;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const command: CliCommand = {
  summary: 'plays a whole visit in a fresh directory and leaves its passes there',
  usage: 'station demo-day --dir DIR [--json]',
  async run(args, io) {
    const config = { dir: { type: 'string' }, json: { type: 'boolean' } } as const;
    const words = readOptions(args, config, command.usage, io);
    if (!words) return 2;
    const { dir, json = false } = words.values;
    if (dir === undefined) {
      io.err(`Usage: ${command.usage}`);
      return 2;
    }
    if (existsSync(databaseFile(dir))) {
      io.err(`There is a station in ${dir} already. Please name a fresh directory.`);
      return 2;
    }
    return withStoreFaults(io, json, () => playDay(path.resolve(dir), json, io));
  },
};

async function playDay(dir: string, isJson: boolean, io: CliIo): Promise<number> {
  const station = await openOrFoundStation(dir);
  try {
    const personId = await arrange(station);
    const before = await handOver(station, personId, path.join(dir, 'pass-0.pkpass'));
    const scanned = evaluateScan(station, { texts: [before.barcode], via: 'camera' });
    const { appointmentId } = scanned.decision;
    if (scanned.decision.action !== 'check-in' || !appointmentId)
      throw new Error(`the scan was evaluated ${scanned.decision.reason}`);
    must(checkIn(station, 'operator', { personId, appointmentId, via: 'pass', overrides: [] }));
    must(
      recordDose(station, 'operator', {
        personId,
        lot: 'DEMO-01',
        site: 'left-upper-arm',
        consent: 'oral',
        overrides: [],
      }),
    );
    const after = await handOver(station, personId, path.join(dir, 'pass-1.pkpass'));
    writePrivateFile(path.join(dir, 'ca.pem'), (piece) => piece(station.passIssuing.authorityPem));
    signLog(station);
    report(station, { personId, before, after }, isJson, io);
    return 0;
  } finally {
    closeStation(station);
  }
}

/** Somebody with a date right now and the second one within the interval. */
async function arrange(station: Station): Promise<PersonId> {
  const { personId } = must(
    registerPerson(station, 'operator', {
      source: 'trial',
      details: {
        givenName: 'Erika',
        familyName: 'Mustermann',
        birthDate: parseBirthDate('1964-08-12') as BirthDate,
        language: 'de',
        street: 'Heidestraße 17',
        postcode: '51147',
        city: 'Köln',
        country: 'DE',
      },
    }),
  );
  const first = epochMsOf(station.now()) - (epochMsOf(station.now()) % MINUTE_MS);
  const dates: [number, Instant][] = [
    [1, instantOf(first)],
    [2, instantOf(first + DAYS_TO_SECOND_DATE * DAY_MS)],
  ];
  for (const [plannedDose, startsAt] of dates)
    must(
      bookAppointment(station, 'operator', {
        personId,
        productId: productActiveUnasked,
        plannedDose,
        startsAt,
        source: 'trial',
      }),
    );
  return personId;
}

interface HandedOver {
  readonly pass: PassRow;
  readonly barcode: string;
}

/** Lets the outbox sign what is due and writes the pass out as the phone would get it. */
async function handOver(station: Station, personId: PersonId, file: string): Promise<HandedOver> {
  await drainOutbox(station);
  const pass = passOf(station.db, personId);
  const signed = pass && passFileOf(station.db, pass.pass_id);
  const facts = pass && passFacts(station, pass);
  if (!pass || !facts || signed?.revision !== pass.revision) throw new Error('the pass was not signed');
  writePrivateFile(file, (piece) => piece(signed.bytes));
  return { pass, barcode: facts.barcode };
}

function report(
  station: Station,
  { personId, before, after }: { personId: PersonId; before: HandedOver; after: HandedOver },
  isJson: boolean,
  io: CliIo,
): void {
  const { settings, stationKey, db } = station;
  const verdict = verifyLog(db, new Map([[settings.station, stationKey.publicKey]]));
  const result = {
    personId,
    passSerial: after.pass.pass_id,
    barcode: before.barcode,
    barcodeAfter: after.barcode,
    doseCount: knownOf(station, personId).shownDoses().doseCount,
    files: ['pass-0.pkpass', 'pass-1.pkpass', 'ca.pem'],
    events: [...wholeLog(db)].map(({ event }) => event.type),
    chainOk: verdict.isWhole,
  };
  if (isJson) io.out(JSON.stringify(result));
  else for (const [name, value] of Object.entries(result)) io.out(`${name.padEnd(14)} ${value}`);
}

function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(`the visit was refused: ${result.refusal}`);
  return result.value;
}
