import { z } from 'zod';
import type {
  AppointmentId,
  LaneId,
  OfferId,
  PersonId,
  ProductId,
  StandbyId,
} from '../../domain/kernel/ids.ts';
import { dateAt1 } from './appointment-events.ts';
import { storedDate, storedId, storedInstant } from './stored-values.ts';

const standbyId = storedId<StandbyId>();
const personId = storedId<PersonId>();
const offerId = storedId<OfferId>();

export const standbyEvents = {
  StandbyJoined: {
    1: z.strictObject({
      standbyId,
      personId,
      productId: storedId<ProductId>(),
      plannedDose: z.int().min(1),
      fromDay: storedDate,
      toDay: storedDate,
      lane: storedId<LaneId>().optional(),
      reach: z.enum(['phone', 'email', 'here']),
    }),
  },
  StandbyLeft: { 1: z.strictObject({ standbyId, personId, reason: z.enum(['asked', 'booked']) }) },
  StandbyOffered: {
    1: z.strictObject({
      offerId,
      standbyId,
      personId,
      place: dateAt1,
      occasion: z.enum(['free-place', 'doses-left']),
      expiresAt: storedInstant,
    }),
  },
  StandbyOfferEnded: {
    1: z.strictObject({
      offerId,
      standbyId,
      personId,
      how: z.enum(['accepted', 'declined', 'expired', 'withdrawn']),
      appointmentId: storedId<AppointmentId>().optional(),
    }),
  },
} as const;
