import type { z } from 'zod';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { stockContract } from '../../../contracts/ipc/stock-contract.ts';
import { productOf } from '../../../domain/products/catalogue.ts';
import { closedVials, usableDay } from '../../../domain/stock/lot-state.ts';
import { placeOf, type VialPlace } from '../../../domain/stock/vial-place.ts';
import type { Reads } from '../../context.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';
import { lastVial } from '../vaccination/last-lot.ts';
import { lotGroundOf } from './lot-ground.ts';
import { shownVial } from './shown-vial.ts';

type Input = z.output<(typeof stockContract)['stock.vial-for-dose']['input']>;

/** The vial that a dose of that lot comes from, as the form shows it before anything is recorded. */
export function vialForDose(
  station: Reads,
  { productId, lot, expiresOn: printed, isScanned, ...wish }: Input,
): ChannelOutput<'stock.vial-for-dose'> {
  const name = { productId, lot };
  const ground = lotGroundOf(station, name, wish);
  const lastVialId = isScanned ? undefined : lastVial(station.db, productId, lot);
  const place = placeOf(ground, { ...wish, ...(lastVialId ? { lastVialId } : {}) });
  const expiresOn = usableDay(ground.lot, printed);
  const opened = ground.lot?.opened ?? 0;
  const { dosesPerVial, usableHours } = centreVialData(station.db, productId);
  const other = ground.otherProduct;
  return {
    kind: place.kind,
    objections: place.kind === 'no-stock' ? [] : [...place.objections],
    ...(expiresOn ? { expiresOn } : {}),
    isExtended: ground.lot?.extendedBy !== undefined,
    ...(ground.lot?.blocked === undefined ? {} : { blocked: ground.lot.blocked }),
    ...(other ? { otherProduct: productOf(other)?.name ?? other } : {}),
    vials: vialsIn(place).map((vial) => shownVial(name, vial, ground.now)),
    ...(place.kind === 'no-stock' || place.kind === 'no-vial'
      ? {}
      : {
          newVial: {
            number: opened + 1,
            doses: dosesPerVial,
            ...(usableHours === undefined ? {} : { usableHours }),
          },
        }),
    closed: ground.lot ? closedVials(ground.lot) : 0,
  };
}

function vialsIn(place: VialPlace) {
  if (place.kind === 'open') return [place.vial];
  return place.kind === 'choose' ? place.vials : [];
}
