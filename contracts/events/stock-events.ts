import { z } from 'zod';
import type { DoseId, FridgeId, PersonId, ProductId, StaffId, VialId } from '../../domain/kernel/ids.ts';
import { storedDate, storedId, storedInstant } from './stored-values.ts';

const lotName = { productId: storedId<ProductId>(), lot: z.string() };
const vialId = storedId<VialId>();
const fridgeId = storedId<FridgeId>();
const staffId = storedId<StaffId>();

const received = {
  ...lotName,
  vials: z.int(),
  expiresOn: storedDate,
  thawedOn: storedDate.optional(),
  fridgeId: fridgeId.optional(),
  source: z.string(),
  how: z.enum(['scanned', 'typed']),
  productCode: z.string().optional(),
  serial: z.string().optional(),
};

export const stockEvents = {
  StockReceived: {
    1: z.strictObject(received),
    2: z.strictObject({ ...received, thawDays: z.number().optional() }),
  },
  VialOpened: {
    1: z.strictObject({
      ...lotName,
      vialId,
      doses: z.int(),
      usableUntil: storedInstant.optional(),
      serial: z.string().optional(),
    }),
  },
  DoseDrawn: {
    1: z.strictObject({
      ...lotName,
      doseId: storedId<DoseId>(),
      personId: storedId<PersonId>(),
      vialId: vialId.optional(),
      objections: z.array(
        z.enum([
          'other-product',
          'lot-blocked',
          'vial-past-use',
          'vial-discarded',
          'vial-run-out',
          'thaw-over',
          'lot-unknown',
        ]),
      ),
      approvedBy: staffId.optional(),
      personal: z.strictObject({ reason: z.string() }).optional(),
    }),
  },
  DrawMoved: {
    1: z.strictObject({
      ...lotName,
      doseId: storedId<DoseId>(),
      personId: storedId<PersonId>(),
      from: z.strictObject({ ...lotName, vialId: vialId.optional() }),
      vialId: vialId.optional(),
      objections: z.array(z.enum(['other-product', 'lot-blocked', 'lot-unknown', 'no-vial-open'])),
    }),
  },
  VialDiscarded: {
    1: z.strictObject({
      ...lotName,
      vialId: vialId.optional(),
      vials: z.int(),
      doses: z.int(),
      reason: z.enum([
        'empty',
        'time-over',
        'expired',
        'broken',
        'contaminated',
        'cold-chain',
        'day-end',
        'other',
      ]),
      note: z.string().optional(),
    }),
  },
  LotExpiryExtended: { 1: z.strictObject({ ...lotName, expiresOn: storedDate, source: z.string() }) },
  LotBlocked: { 1: z.strictObject({ ...lotName, reason: z.string() }) },
  LotReleased: { 1: z.strictObject({ ...lotName, reason: z.string(), approvedBy: staffId }) },
  StockCounted: { 1: z.strictObject({ ...lotName, vials: z.int(), expected: z.int() }) },
  FridgeAdded: {
    1: z.strictObject({ fridgeId, name: z.string(), fromCelsius: z.number(), toCelsius: z.number() }),
  },
  FridgeRemoved: { 1: z.strictObject({ fridgeId }) },
  FridgeTemperatureNoted: {
    1: z.strictObject({ fridgeId, celsius: z.number(), note: z.string().optional() }),
  },
} as const;
