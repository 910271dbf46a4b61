import { z } from 'zod';
import { languages } from '../../domain/kernel/bilingual.ts';
import { withoutDirectionMarks } from '../../domain/kernel/direction-marks.ts';
import type {
  AdverseEventId,
  AppointmentId,
  Branded,
  ConsentId,
  DoseId,
  FridgeId,
  LaneId,
  OfferId,
  PassId,
  PersonId,
  ProductId,
  RequestId,
  SlotTemplateId,
  StaffId,
  StandbyId,
  VialId,
  VisitId,
} from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import {
  type BirthDate,
  type PlainDate,
  parseBirthDate,
  parsePlainDate,
} from '../../domain/kernel/plain-date.ts';
import { roles } from '../../domain/staff/roles.ts';
import { injectionRoutes, injectionSites } from '../../domain/vaccination/injection.ts';

/** Schemas of the small values that many channels share. */
function id<Id extends Branded<string>>() {
  return z.string().min(1).max(64) as unknown as z.ZodType<Id, string>;
}

export const personId = id<PersonId>();
export const appointmentId = id<AppointmentId>();
export const visitId = id<VisitId>();
export const doseId = id<DoseId>();
export const consentId = id<ConsentId>();
export const adverseEventId = id<AdverseEventId>();
export const passId = id<PassId>();
export const productId = id<ProductId>();
export const vialId = id<VialId>();
export const fridgeId = id<FridgeId>();
export const staffId = id<StaffId>();
export const laneId = z.string().trim().min(1).max(20) as unknown as z.ZodType<LaneId, string>;
export const slotTemplateId = id<SlotTemplateId>();
export const standbyId = id<StandbyId>();
export const offerId = id<OfferId>();
export const requestId = z.uuid() as unknown as z.ZodType<RequestId, string>;

export const instant = z.iso.datetime() as unknown as z.ZodType<Instant, string>;
export const plainDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined) as unknown as z.ZodType<PlainDate, string>;
export const birthDate = z
  .string()
  .refine((text) => parseBirthDate(text) !== undefined) as unknown as z.ZodType<BirthDate, string>;

/** Words of somebody's own, which are shown among other words. */
export const freeText = (most: number) => z.string().max(most).overwrite(withoutDirectionMarks);

/** Text in both languages of the product. */
export const bilingual = z.object({ de: z.string(), en: z.string() });

export const injectionSite = z.enum(injectionSites);
export const injectionRoute = z.enum(injectionRoutes);

export const role = z.enum(roles);
/** A PIN as somebody enters it. Never part of an event, an answer or a line of the log. */
export const pin = z.string().regex(/^[0-9]{4,6}$/);
/** Under which an image of a template is kept: the SHA-256 of its bytes. */
export const imageDigest = z.string().regex(/^[0-9A-F]{64}$/);

export const language = z.enum(languages);
