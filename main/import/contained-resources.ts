import { createHash } from 'node:crypto';
import type { AppointmentResource } from '../../interchange/fhir/resource-schemas.ts';

type Contained = NonNullable<AppointmentResource['contained']>[number];
type Participants = NonNullable<AppointmentResource['participant']>;

/** A patient that an appointment brings along, and the one name of everybody who is the same in all that is said. */
export interface ContainedPatient {
  readonly reference: string;
  readonly resource: Contained;
}

/** The patients among what an appointment contains. */
export function containedPatients({ contained = [] }: AppointmentResource): ContainedPatient[] {
  return contained
    .filter(({ resourceType }) => resourceType === 'Patient')
    .map((resource) => ({ reference: referenceTo(resource), resource }));
}

/**
 * An appointment that says itself what it calls `#p1` or `#l1`: a patient by numbers first, by which another entry may
 * know them as well, and a place by its name.
 */
export function withoutContained(appointment: AppointmentResource): AppointmentResource {
  const { contained = [], participant = [] } = appointment;
  const byId = new Map(
    contained.flatMap((resource) => (resource.id ? [[`#${resource.id}`, resource] as const] : [])),
  );
  return { ...appointment, participant: participant.flatMap((each) => spelledOut(each, byId)) };
}

function spelledOut(
  { status, actor }: Participants[number],
  byId: ReadonlyMap<string, Contained>,
): Participants {
  const resource = byId.get(actor?.reference ?? '');
  if (!resource) return [{ status, actor }];
  const { resourceType: type, name, identifier = [] } = resource;
  if (type === 'Patient')
    return [
      ...identifier.map((number) => ({ status, actor: { type, identifier: number } })),
      { status, actor: { type, reference: referenceTo(resource) } },
    ];
  return [{ status, actor: { type, display: typeof name === 'string' ? name : actor?.display } }];
}

/** An id within an entry means something there alone. */
function referenceTo({ id: _, ...said }: Contained): string {
  return `contained:${createHash('sha256').update(JSON.stringify(said)).digest('hex')}`;
}
