import type { Bilingual } from '../kernel/bilingual.ts';
import type { EventOf } from '../kernel/event.ts';
import type { PassId, PersonId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import type { PassTemplate } from './pass-template.ts';

export type PassIssued = EventOf<
  'PassIssued',
  1,
  {
    readonly passId: PassId;
    readonly personId: PersonId;
    /** Under which key the barcode is tagged, 0 to 15. */
    readonly keyId: number;
    readonly templateId: string;
    readonly templateVersion: number;
    readonly doseCount: number;
    readonly lastDoseOn?: PlainDate;
  }
>;

/** The one field whose change the phone announces. */
export type AnnouncedField = 'dose-count' | 'next-appointment';

export type PassUpdated = EventOf<
  'PassUpdated',
  1,
  {
    readonly passId: PassId;
    readonly personId: PersonId;
    /** 0 when issued, then one more for each update. */
    readonly revision: number;
    readonly doseCount: number;
    readonly lastDoseOn?: PlainDate;
    readonly announced?: AnnouncedField;
  }
>;

/** The pass got a newer template. Silent, unless the centre sends a message along. */
export type PassRedesigned = EventOf<
  'PassRedesigned',
  1,
  {
    readonly passId: PassId;
    readonly personId: PersonId;
    readonly revision: number;
    readonly templateId: string;
    readonly templateVersion: number;
    /** Announced. To everybody alike, or the moment of their next date, which stands open in the log as well. */
    readonly message?: Bilingual;
  }
>;

export type PassVoided = EventOf<
  'PassVoided',
  1,
  {
    readonly passId: PassId;
    readonly personId: PersonId;
    readonly revision: number;
    readonly reason: 'lost' | 'wrong-person' | 'replaced' | 'erased';
  }
>;

/** The pass reached the person, as far as the centre can know: fetched by their device, mailed, or put in their hand. */
export type PassHandedOver = EventOf<
  'PassHandedOver',
  1,
  {
    readonly passId: PassId;
    readonly personId: PersonId;
    readonly revision: number;
    readonly way: HandOverWay;
  }
>;

/** A connected system read the code of the pass; at the desk the check-in says so itself. */
export type PassScanned = EventOf<'PassScanned', 1, { readonly passId: PassId; readonly personId: PersonId }>;

export type HandOverWay = 'apple-wallet' | 'google-wallet' | 'email' | 'pdf' | 'paper';

/** From now on passes are issued with this version; those in the phones keep theirs until they are redesigned. */
export type TemplatePublished = EventOf<'TemplatePublished', 1, { readonly template: PassTemplate }>;

export type PassEvent =
  | PassIssued
  | PassUpdated
  | PassRedesigned
  | PassVoided
  | PassHandedOver
  | PassScanned
  | TemplatePublished;
