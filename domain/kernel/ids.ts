declare const brand: unique symbol;

/** A string that only its own kind may stand for: a `PersonId` is never taken for an `AppointmentId`. */
export type Branded<Name extends string> = string & { readonly [brand]: Name };

export type PersonId = Branded<'PersonId'>;
export type AppointmentId = Branded<'AppointmentId'>;
export type VisitId = Branded<'VisitId'>;
/** One of the parallel ways through a centre on a day: `1`, `A`, `Kinder`. */
export type LaneId = Branded<'LaneId'>;
export type SlotTemplateId = Branded<'SlotTemplateId'>;
export type StandbyId = Branded<'StandbyId'>;
export type OfferId = Branded<'OfferId'>;
export type DoseId = Branded<'DoseId'>;
export type ScreeningId = Branded<'ScreeningId'>;
export type ConsentId = Branded<'ConsentId'>;
export type AdverseEventId = Branded<'AdverseEventId'>;
/** 20 upper-case hex digits: the 10 random bytes that the pass barcode carries. */
export type PassId = Branded<'PassId'>;
export type EventId = Branded<'EventId'>;
export type RequestId = Branded<'RequestId'>;
export type StaffId = Branded<'StaffId'>;

export type ProductId = Branded<'ProductId'>;
/** One vial that was opened: most carry no number of their own, so it is named when it is opened. */
export type VialId = Branded<'VialId'>;
export type FridgeId = Branded<'FridgeId'>;

/** Marks a string as an id of one kind, at the borders where ids enter (schemas, tables, id sources). */
export function idOf<Id extends Branded<string>>(text: string): Id {
  return text as Id;
}
