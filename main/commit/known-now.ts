import type { Known } from '../../domain/follow-ups/known.ts';
import { groupBy } from '../../domain/kernel/group-by.ts';
import { idOf, type OfferId, type PassId, type PersonId } from '../../domain/kernel/ids.ts';
import { plainDateAt } from '../../domain/kernel/instant.ts';
import { type KnownPerson, withEvents } from '../../domain/known-person.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { shownCourse } from '../../domain/products/product-in-question.ts';
import type { RecordedEvent, StationEvent } from '../../domain/station-event.ts';
import { doseStateOf } from '../../domain/vaccination/vaccination.ts';
import { passIdFor } from '../../ledger/pass-id.ts';
import type { Writes } from '../context.ts';
import { knownFrom, seriesOf } from '../histories/person-history.ts';
import { slotsOfDay } from '../queries/appointments/find-slot.ts';
import { openOffersNow, waitingNow } from '../queries/appointments/standby-ground.ts';
import { googleUseOf } from '../queries/wallets/google-use-of.ts';
import { historyOf } from '../store/event-log/read-events.ts';
import { countPasses } from '../store/tables/passes/passes.ts';
import { directLinksOf, linkedSetOf } from '../store/tables/people/person-links.ts';
import { googleObjectOf } from '../store/tables/wallets/google-objects.ts';

interface PersonNow {
  /** The round that `now` stands for, from 1. */
  readonly round: number;
  readonly before: KnownPerson;
  readonly now: KnownPerson;
}

/**
 * What follow-ups may know within one commit, read when they ask. Whose state the command had at hand is not read
 * again, and nobody is read twice, however many events a list brings.
 */
export class KnownNow implements Known {
  readonly #station: Omit<Writes, 'announce'>;
  readonly #before: (stream: string) => KnownPerson | undefined;
  readonly #rounds: Map<string, RecordedEvent[]>[] = [];
  readonly #people = new Map<string, PersonNow>();
  #template: PassTemplate | undefined;
  #googleWallet: ReturnType<Known['googleWallet']> | 'unread' = 'unread';

  constructor(
    station: Omit<Writes, 'announce'>,
    before: (stream: string) => KnownPerson | undefined = () => undefined,
  ) {
    this.#station = station;
    this.#before = before;
  }

  /** One more round of events, recorded together. */
  add(recorded: readonly RecordedEvent[]): void {
    this.#rounds.push(groupBy(recorded, ({ stream }) => stream));
  }

  readonly person = (personId: PersonId) => this.#personNow(personId).now;

  readonly personBefore = (personId: PersonId) => this.#personNow(personId).before;

  readonly linkedSet = (personId: PersonId): readonly PersonId[] => linkedSetOf(this.#station.db, personId);

  readonly directLinks = (personId: PersonId) =>
    directLinksOf(this.#station.db, personId).map(({ person_id, other_id }) => ({
      one: person_id,
      other: other_id,
    }));

  readonly doses = (personId: PersonId) => {
    const { before, now } = this.#personNow(personId);
    // Nobody is linked with somebody who was registered just now.
    const people = before.person.status === 'unknown' ? [personId] : this.linkedSet(personId);
    const series = people.length === 1 ? now.vaccination : seriesOf(this.#station.db, people);
    const dates = now.appointments.appointments;
    return doseStateOf(series, shownCourse({ dates, doses: series.doses }));
  };

  readonly newPass = (personId: PersonId) => {
    this.#template ??= this.#station.templates.current();
    const { templateId, version } = this.#template;
    const isNew = this.personBefore(personId).person.status === 'unknown';
    return {
      passId: passIdFor(personId, isNew ? 0 : countPasses(this.#station.db, personId)),
      keyId: this.#station.settings.passKeyId,
      templateId,
      templateVersion: version,
    };
  };

  readonly googleWallet = () => {
    if (this.#googleWallet === 'unread') this.#googleWallet = googleUseOf(this.#station.db);
    return this.#googleWallet;
  };

  readonly hasGoogleCard = (passId: PassId) => googleObjectOf(this.#station.db, passId) !== undefined;

  readonly waiting = () => waitingNow(this.#station);

  readonly openOffers = () => openOffersNow(this.#station.db);

  readonly slotsOfDay = (day: Parameters<Known['slotsOfDay']>[0]) => slotsOfDay(this.#station, day);

  readonly newOfferId = () => idOf<OfferId>(this.#station.newId());

  readonly now = () => this.#station.now();

  readonly today = () => plainDateAt(this.#station.now(), this.#station.settings.timeZone);

  #personNow(personId: PersonId): PersonNow {
    const round = this.#rounds.length;
    const kept = this.#people.get(personId);
    if (kept?.round === round) return kept;
    const since = kept?.now ?? this.#before(personId) ?? this.#beforeAll(personId);
    const before = withEvents(since, this.#eventsOf(personId, kept?.round ?? 0, round - 1));
    const state = { round, before, now: withEvents(before, this.#eventsOf(personId, round - 1, round)) };
    this.#people.set(personId, state);
    return state;
  }

  #eventsOf(stream: string, after: number, upTo: number): StationEvent[] {
    return this.#rounds
      .slice(after, upTo)
      .flatMap((round) => (round.get(stream) ?? []).map(({ event }) => event));
  }

  /** The log already holds what this commit recorded: left out here, and added round by round. */
  #beforeAll(personId: PersonId): KnownPerson {
    const own = new Set(this.#rounds.flatMap((round) => (round.get(personId) ?? []).map(({ id }) => id)));
    return knownFrom(historyOf(this.#station.db, personId).filter(({ id }) => !own.has(id)));
  }
}
