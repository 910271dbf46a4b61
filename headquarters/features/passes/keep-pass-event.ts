import type { OutboxDraft } from '../../../domain/outbox/outbox-draft.ts';
import type { PassIssued, PassRedesigned, PassUpdated, PassVoided } from '../../../domain/passes/events.ts';
import type { RecordedEvent, StationEvent } from '../../../domain/station-event.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { addPass, changePass, holdPass, type PassChange } from '../../store/passes.ts';
import { recordEvents } from './record-events.ts';
import { planRecount } from './recount-passes.ts';

type PassEvent = PassIssued | PassUpdated | PassRedesigned | PassVoided;

const types: ReadonlySet<string> = new Set<PassEvent['type']>([
  'PassIssued',
  'PassUpdated',
  'PassRedesigned',
  'PassVoided',
]);

export function isPassEvent(type: string): boolean {
  return types.has(type);
}

/** What a station decided on a pass, before it joined for instance: the pass goes on here under the same serial. */
export async function keepPassEvent(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  { event }: RecordedEvent,
): Promise<void> {
  await keep(headquarters, db, centre, event as PassEvent);
}

/** What headquarters decided on a pass: recorded, and told to the phones that have it. */
export async function recordPassEvent(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  event: StationEvent,
): Promise<void> {
  if (!isPassEvent(event.type)) throw new Error(`headquarters does not decide ${event.type}`);
  const { personId } = (event as PassEvent).data;
  const what = { centre: centre.id, stream: personId, actor: 'headquarters', events: [event] };
  await recordEvents(headquarters, db, what);
  await keep(headquarters, db, centre, event as PassEvent);
}

/**
 * Passes to which nothing happened and that are to be fetched again: one, or where another schedule is confirmed those
 * that count another number of doses by it.
 */
export async function signAnew(
  headquarters: Headquarters,
  db: CentreDb,
  centre: Centre,
  outbox: readonly OutboxDraft[],
): Promise<void> {
  for (const { kind, subject } of outbox) {
    const pass = kind === 'sign-pass' ? await holdPass(db, subject) : undefined;
    if (pass) await changePass(db, centre.id, pass, { revision: pass.revision }, headquarters.now());
    if (kind === 'recount-passes') await planRecount(headquarters, db, centre, subject);
  }
}

async function keep({ now }: Headquarters, db: CentreDb, centre: Centre, event: PassEvent): Promise<void> {
  const pass = await holdPass(db, event.data.passId);
  if (event.type === 'PassIssued') {
    if (!pass) await addPass(db, centre.id, event.data, now());
  } else if (pass) {
    // Counted, not believed: two stations that did not know of each other call theirs by one number.
    await changePass(db, centre.id, pass, { revision: pass.revision + 1, ...changeOf(event) }, now());
  }
}

function changeOf(event: Exclude<PassEvent, PassIssued>): Partial<PassChange> {
  switch (event.type) {
    case 'PassUpdated':
      return event.data.announced ? { announced: event.data.announced } : {};
    case 'PassRedesigned': {
      const { message, templateVersion } = event.data;
      return { templateVersion, ...(message ? { announced: 'message', message } : {}) };
    }
    case 'PassVoided':
      return { isVoided: true };
  }
}
