import type { PersonId } from '../../domain/kernel/ids.ts';
import type { AnnouncedField } from '../../domain/passes/events.ts';
import { decideIssue, decideUpdate } from '../../domain/passes/pass.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import type { KnownPerson } from '../histories/person-history.ts';
import { currentTemplate } from '../queries/templates/published-templates.ts';
import type { Station } from '../station.ts';
import type { OutboxDraft } from '../store/outbox/outbox.ts';
import { doseStateOf, newPassId } from './pass-state.ts';

/** What a change of somebody's dates does to their pass: the events, and the signing that follows. */
export interface PassEffect {
  readonly events: readonly StationEvent[];
  readonly outbox: readonly OutboxDraft[];
}

/** A first date brings a pass; afterwards the pass follows the dates and announces one field, or none. */
export function passEffect(
  station: Station,
  personId: PersonId,
  known: KnownPerson,
  announced?: AnnouncedField,
): PassEffect {
  const events = passEvents(station, personId, known, announced);
  const passes = events.flatMap((event) => ('passId' in event.data ? [event.data.passId] : []));
  return { events, outbox: passes.map((passId) => ({ kind: 'sign-pass' as const, subject: passId })) };
}

/** The same where there is a pass already: moving or cancelling never makes one. */
export function passUpdate(known: KnownPerson, announced?: AnnouncedField): PassEffect {
  const events = decideUpdate(known.pass, doseStateOf(known.vaccination), announced);
  return {
    events,
    outbox: events.map(({ data }) => ({ kind: 'sign-pass' as const, subject: data.passId })),
  };
}

function passEvents(
  station: Station,
  personId: PersonId,
  known: KnownPerson,
  announced: AnnouncedField | undefined,
): StationEvent[] {
  const doses = doseStateOf(known.vaccination);
  if (known.pass.status === 'valid') return decideUpdate(known.pass, doses, announced);
  const template = currentTemplate(station);
  const issued = decideIssue(known.pass, {
    passId: newPassId(station),
    personId,
    keyId: station.barcodeKeys.current.keyId,
    templateId: template.templateId,
    templateVersion: template.version,
    doses,
  });
  return issued.ok ? issued.value : [];
}
