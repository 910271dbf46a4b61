import { z } from 'zod';
import type { Branded } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import {
  type BirthDate,
  type PlainDate,
  parseBirthDate,
  parsePlainDate,
} from '../../domain/kernel/plain-date.ts';

/**
 * Small values as the log has them. They are no schemas of a screen: what is asked of somebody who types may become
 * stricter, what was written once is read for ever.
 */
export function storedId<Id extends Branded<string>>() {
  return z.string().min(1).max(128) as unknown as z.ZodType<Id, string>;
}

export const storedInstant = z.iso.datetime() as unknown as z.ZodType<Instant, string>;
export const storedDate = z
  .string()
  .refine((text) => parsePlainDate(text) !== undefined) as unknown as z.ZodType<PlainDate, string>;
export const storedBirthDate = z
  .string()
  .refine((text) => parseBirthDate(text) !== undefined) as unknown as z.ZodType<BirthDate, string>;
export const storedBilingual = z.strictObject({ de: z.string(), en: z.string() });
