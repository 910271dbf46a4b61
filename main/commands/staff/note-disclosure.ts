import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import { type Disclosure, decideDisclosure } from '../../../domain/staff/disclosure.ts';
import { accessLogStream } from '../../../domain/staff/events.ts';
import { commit } from '../../commit/commit.ts';
import type { Writes } from '../../context.ts';
import { countExported } from '../../store/tables/people/exports.ts';
import { wasDisclosedSince } from '../../store/tables/staff/what-left.ts';

/** The parts of one file are fetched one after the other: for that long they are one disclosure. */
const ONE_FILE_MINUTES = 5;

/**
 * Keeps that data about people leaves the station as a file. Call it before the file goes out: what cannot be logged
 * is not given out.
 */
export function noteDisclosure(station: Writes, actor: Actor, disclosure: Disclosure): void {
  const at = station.now();
  const drafts = decideDisclosure(disclosure).map((event) => ({
    stream: accessLogStream,
    actor,
    occurredAt: at,
    event,
  }));
  station.announce(commit(station, drafts).topics);
}

/**
 * The same for the whole register, whose parts are fetched by themselves: whoever asks for the first part, or for any
 * other without having begun, counts as given all of it.
 */
export function noteRegisterGivenOut(
  station: Writes,
  actor: Actor,
  {
    format,
    after,
    withVaccinations = false,
  }: { format: 'csv' | 'fhir'; after: string; withVaccinations?: boolean },
): void {
  const kind =
    format === 'fhir' && withVaccinations ? 'register-fhir-vaccinations' : (`register-${format}` as const);
  const since = addMinutes(station.now(), -ONE_FILE_MINUTES);
  if (after !== '' && wasDisclosedSince(station.db, { actor, kind }, since)) return;
  noteDisclosure(station, actor, { kind, people: countExported(station.db) });
}
