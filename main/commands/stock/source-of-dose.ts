import { type DoseId, idOf, type PersonId, type StaffId, type VialId } from '../../../domain/kernel/ids.ts';
import type { Result } from '../../../domain/kernel/result.ts';
import { type DrawnDose, type DrawRefusal, decideDraw } from '../../../domain/stock/draw-dose.ts';
import type { LotName } from '../../../domain/stock/events.ts';
import type { LotState } from '../../../domain/stock/lot-state.ts';
import type { VialObjection } from '../../../domain/stock/vial-objection.ts';
import { placeOf } from '../../../domain/stock/vial-place.ts';
import type { Writes } from '../../context.ts';
import { lotGroundOf } from '../../queries/stock/lot-ground.ts';
import { lastVial } from '../../queries/vaccination/last-lot.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';

/** What the desk says about the vial of a dose. */
export interface VialOfDose {
  readonly vialId?: VialId;
  /** It is opened with this dose. */
  readonly opensNew?: boolean;
  readonly serial?: string;
  /** What the desk was told against it and goes on with. */
  readonly objections?: readonly VialObjection[];
}

export interface SourceOfDose {
  /** Undefined for a lot that is not known here. */
  readonly lot: LotState | undefined;
  readonly draw: (dose: {
    readonly doseId: DoseId;
    readonly personId: PersonId;
    readonly approval?: { readonly reason: string; readonly approvedBy: StaffId };
  }) => Result<DrawnDose, DrawRefusal>;
}

/** Where a dose of that lot comes from, as the stock knows it. */
export function sourceOfDose(
  station: Writes,
  name: LotName,
  { objections = [], ...wish }: VialOfDose = {},
): SourceOfDose {
  const ground = lotGroundOf(station, name, wish);
  const lastVialId = lastVial(station.db, name.productId, name.lot);
  const place = placeOf(ground, { ...wish, ...(lastVialId ? { lastVialId } : {}) });
  return {
    lot: ground.lot,
    draw: (dose) =>
      decideDraw(place, {
        ...dose,
        ...name,
        now: ground.now,
        accepted: objections,
        vialData: centreVialData(station.db, name.productId),
        newVialId: () => idOf<VialId>(station.newId()),
        ...(wish.serial ? { serial: wish.serial } : {}),
      }),
  };
}
