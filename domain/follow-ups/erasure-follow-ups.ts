import { cancelForErasure } from '../appointments/change-appointment.ts';
import { leaveForErasure } from '../appointments/standby.ts';
import type { PersonId } from '../kernel/ids.ts';
import { decideVoidPass } from '../passes/pass.ts';
import type { PersonsUnlinked } from '../people/events.ts';
import type { StationEvent } from '../station-event.ts';
import type { FollowUp } from './follow-up.ts';
import type { Known } from './known.ts';

/** Of somebody erased nothing goes on: their dates are free, they wait for nothing, pass and links end. */
export const erasureEndsAll: FollowUp<'PersonErased', 'person' | 'directLinks'> = {
  name: 'erasure-ends-all',
  decidedBy: 'station',
  needs: ['person', 'directLinks'],
  follow(events, known) {
    const cut = new Set<string>();
    return {
      events: events.flatMap((because) => {
        const { personId } = because.event.data;
        return endOf(personId, known, cut).map((event) => ({ stream: personId, event, because }));
      }),
    };
  },
};

function endOf(
  personId: PersonId,
  { person, directLinks }: Pick<Known, 'person' | 'directLinks'>,
  cut: Set<string>,
): StationEvent[] {
  const { appointments, standby, pass } = person(personId);
  const voided = decideVoidPass(pass, 'erased');
  return [
    ...cancelForErasure(appointments, personId),
    ...leaveForErasure(standby, personId),
    ...(voided.ok ? voided.value : []),
    ...unlinked(personId, directLinks, cut),
  ];
}

/** Two people who are erased together have one link between them, and it ends once. */
function unlinked(
  personId: PersonId,
  directLinks: Known['directLinks'],
  cut: Set<string>,
): PersonsUnlinked[] {
  return directLinks(personId).flatMap(({ one, other }): PersonsUnlinked[] => {
    const link = `${one} ${other}`;
    if (cut.has(link)) return [];
    cut.add(link);
    const otherId = one === personId ? other : one;
    return [{ type: 'PersonsUnlinked', version: 1, data: { personId, otherId, why: 'erased' } }];
  });
}
