import { plainDateAt } from '../../domain/kernel/instant.ts';
import type { Topic } from '../../domain/kernel/topic.ts';
import { groupOf } from '../../domain/schedules/activate-schedule.ts';
import type { ScheduleBook } from '../../domain/schedules/evaluation/schedule-book.ts';
import { germanSchedules } from '../../domain/schedules/german/german-schedules.ts';
import { commit } from '../commit/commit.ts';
import type { Writes } from '../context.ts';
import { FreePlaces } from '../queries/appointments/free-places.ts';
import { AffectedPeople } from '../queries/schedules/affected-people.ts';
import { planDates } from '../queries/schedules/plan-dates.ts';
import type { StationLog } from '../station-log.ts';
import { confirmedSchedules } from '../store/tables/schedules/centre-schedules.ts';
import {
  dropPerson,
  endReplanning,
  keepPeople,
  nextPerson,
  noteMoved,
  openReplanning,
  type ReplanningRow,
  wasMoved,
} from '../store/tables/schedules/replannings.ts';
import { BacklogJob } from './backlog-job.ts';

/** Windows are told of what was moved this often: each of them asks anew. */
const TELL_EVERY_MS = 1_000;

/**
 * Moves the dates that a confirmed schedule no longer fits, where it was confirmed with that. Each date is planned and
 * moved in one transaction, by the places that are free then: none is moved twice, and none beyond what a slot takes.
 */
export class Replannings extends BacklogJob {
  readonly name = 'replannings';
  readonly #station: Writes;
  readonly #changed = new Set<Topic>();
  #toldAt = 0;

  constructor(station: Writes & { readonly log: StationLog }) {
    super(station.log, 'replanning-stopped');
    this.#station = station;
  }

  protected hasWork(): boolean {
    return openReplanning(this.#station.db) !== undefined;
  }

  protected steps(): () => boolean {
    const { db } = this.#station;
    let search: { readonly of: ReplanningRow; readonly people: AffectedPeople } | undefined;
    return () => {
      const open = openReplanning(db);
      if (!open) return false;
      const book = this.#bookOf(open);
      if (!book) return this.#end(open);
      if (open.people !== null) return this.#look(open, book);
      const today = plainDateAt(this.#station.now(), this.#station.settings.timeZone);
      if (search?.of.book !== open.book || search.of.started_at !== open.started_at)
        search = { of: open, people: new AffectedPeople(db, book, today) };
      if (search.people.step()) return true;
      const { found } = search.people;
      db.transact(() =>
        keepPeople(
          db,
          open.book,
          found.map(({ personId }) => personId),
        ),
      );
      return true;
    };
  }

  /** The schedule, as long as it is the one that is confirmed: another one that took its place has moves of its own. */
  #bookOf({ book: name, version }: ReplanningRow): ScheduleBook | undefined {
    const book = germanSchedules.find((known) => known.book === name && known.version === version);
    const confirmed = book && confirmedSchedules(this.#station.db).get(groupOf(book));
    return confirmed?.book === name && confirmed.version === version ? book : undefined;
  }

  /** Moves one date of whoever is next; goes on to the one after them once none is left. */
  #look({ book: name, actor, started_at }: ReplanningRow, book: ScheduleBook): boolean {
    const { db } = this.#station;
    const topics = db.transact((): readonly Topic[] | 'all-done' => {
      // Whoever confirmed another version meanwhile began anew.
      const open = openReplanning(db);
      if (open?.book !== name || open.started_at !== started_at) return [];
      const next = nextPerson(db, name);
      if (!next) return 'all-done';
      const { known, planned } = planDates(
        this.#station,
        next.person_id,
        book,
        new FreePlaces(this.#station),
      );
      for (const { date, plan } of planned) {
        if (plan.kind !== 'move' || wasMoved(db, name, date.appointmentId)) continue;
        noteMoved(db, name, date.appointmentId);
        const draft = { stream: next.person_id, actor, occurredAt: this.#station.now(), event: plan.event };
        const before = (stream: string) => (stream === next.person_id ? known : undefined);
        return commit(this.#station, [draft], { before, bulk: {} }).topics;
      }
      dropPerson(db, name, next.place);
      return [];
    });
    if (topics === 'all-done') return this.#end({ book: name });
    for (const topic of topics) this.#changed.add(topic);
    this.#tell(false);
    return true;
  }

  #end({ book }: Pick<ReplanningRow, 'book'>): boolean {
    const { db } = this.#station;
    db.transact(() => endReplanning(db, book, this.#station.now()));
    this.#tell(true);
    return true;
  }

  #tell(isEnd: boolean): void {
    const at = performance.now();
    if (!isEnd && at - this.#toldAt < TELL_EVERY_MS) return;
    this.#toldAt = at;
    this.#station.announce(['products', ...this.#changed]);
    this.#changed.clear();
  }
}
