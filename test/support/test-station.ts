import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PersonId, ProductId } from '../../domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { type BirthDate, parseBirthDate } from '../../domain/kernel/plain-date.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { PersonDetails } from '../../domain/people/events.ts';
import { productActiveUnasked } from '../../domain/products/catalogue.ts';
import { keyFromFile } from '../../main/centre/key-file.ts';
import { bookAppointment } from '../../main/commands/appointments/book-appointment.ts';
import { registerPerson } from '../../main/commands/people/register-person.ts';
import { type ComposeParts, closeStation, composeStation } from '../../main/compose.ts';
import type { Station } from '../../main/station.ts';
import { createStationLog } from '../../main/station-log.ts';
import { takePreparedStore } from './prepared-store.ts';

/** A real station on a real encrypted store in a temporary directory, with a clock that tests move. */
export interface TestStation {
  readonly station: Station;
  readonly dir: string;
  readonly clock: { now: Instant };
  /** Log lines written so far. */
  readonly logged: string[];
  close(): void;
}

export interface TestStationParts extends Pick<ComposeParts, 'alsoApple' | 'googleEndpoints' | 'uptime'> {
  readonly mode?: 'trial' | 'live';
}

export function temporaryDirectory(): string {
  return path.join(mkdtempSync(path.join(os.tmpdir(), 'station-test-')), 'centre');
}

export async function openTestStation(
  dir = temporaryDirectory(),
  startsAt = instantOf(Date.now()),
  { mode = 'trial', ...more }: TestStationParts = {},
): Promise<TestStation> {
  const clock = { now: startsAt };
  const logged: string[] = [];
  await takePreparedStore(dir, mode, startsAt);
  const station = await composeStation({
    options: { dir, databaseKey: keyFromFile(dir), keyPlace: 'key-file', mode, runtime: 'test' },
    log: createStationLog((line) => logged.push(line)),
    now: () => clock.now,
    ...more,
  });
  return { station, dir, clock, logged, close: () => closeStation(station) };
}

export function aPerson(more: Partial<PersonDetails> = {}): PersonDetails {
  return {
    givenName: 'Erika',
    familyName: 'Mustermann',
    birthDate: parseBirthDate('1964-08-12') as BirthDate,
    language: 'de',
    ...more,
  };
}

/** Registers somebody and books their first date for the station's present moment. */
export function expectPerson(station: Station, details = aPerson(), startsAt = station.now()): PersonId {
  const { personId } = must(registerPerson(station, 'operator', { details, source: 'desk' }));
  const productId: ProductId = productActiveUnasked;
  must(
    bookAppointment(station, 'operator', { personId, productId, plannedDose: 1, startsAt, source: 'desk' }),
  );
  return personId;
}

export function must<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`);
  return result.value;
}
