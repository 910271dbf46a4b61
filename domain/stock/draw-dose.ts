import type { DoseId, PersonId, StaffId, VialId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { VialData } from '../products/vial-data.ts';
import type { DoseDrawn, LotName, VialOpened } from './events.ts';
import { vialOpened } from './open-vial.ts';
import { isGraveObjection, type VialObjection } from './vial-objection.ts';
import type { VialPlace } from './vial-place.ts';

export interface DrawDose extends LotName {
  readonly doseId: DoseId;
  readonly personId: PersonId;
  readonly now: Instant;
  /** What the desk knows and goes on with. */
  readonly accepted: readonly VialObjection[];
  readonly approval?: { readonly reason: string; readonly approvedBy: StaffId };
  /** The number on a vial that is opened with this dose. */
  readonly serial?: string;
  readonly newVialId: () => VialId;
  readonly vialData: VialData;
}

export interface DrawnDose {
  readonly drawn: readonly DoseDrawn[];
  readonly opened: readonly VialOpened[];
}

export type DrawRefusal = Exclude<VialObjection, 'lot-unknown'> | 'vial-reason-missing';

/**
 * Binds a dose to its vial, which is opened with it where none is. A grave objection is refused until the desk goes on
 * knowingly, with a reason and a second person: a dose that was given is a fact and is recorded. Where several vials
 * stand open and none was named it is the one that was opened first.
 */
export function decideDraw(place: VialPlace, command: DrawDose): Result<DrawnDose, DrawRefusal> {
  if (place.kind === 'no-stock') return accept({ drawn: [], opened: [] });
  const { productId, lot, doseId, personId, accepted, approval } = command;
  const open = place.objections.filter(isGrave).find((each) => !approval || !accepted.includes(each));
  if (open) return refuse(open);
  const isApproved = place.objections.some(isGrave);
  const reason = approval?.reason.trim() ?? '';
  if (isApproved && reason === '') return refuse('vial-reason-missing');
  const opened =
    place.kind === 'new'
      ? [vialOpened({ productId, lot }, { ...command, vialId: command.newVialId(), openedAt: command.now })]
      : [];
  const vialId = opened[0]?.data.vialId ?? vialIdOf(place);
  const data = {
    doseId,
    personId,
    productId,
    lot,
    ...(vialId ? { vialId } : {}),
    objections: place.objections,
    ...(approval && isApproved ? { approvedBy: approval.approvedBy, personal: { reason } } : {}),
  };
  return accept({ drawn: [{ type: 'DoseDrawn', version: 1, data }], opened });
}

function vialIdOf(place: VialPlace): VialId | undefined {
  if (place.kind === 'open') return place.vial.vialId;
  return place.kind === 'choose' ? place.vials[0]?.vialId : undefined;
}

function isGrave(objection: VialObjection): objection is Exclude<VialObjection, 'lot-unknown'> {
  return isGraveObjection(objection);
}
