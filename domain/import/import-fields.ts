import type { ProductId } from '../kernel/ids.ts';

/** What a column of a list may hold. */
export const importFields = [
  'externalId',
  'givenName',
  'familyName',
  'fullName',
  'fullNameGivenFirst',
  'nameAndBirthDate',
  'nameGivenFirstAndBirthDate',
  'birthDate',
  'birthDay',
  'birthMonth',
  'birthYear',
  'sex',
  'email',
  'phone',
  'street',
  'houseNumber',
  'postcode',
  'city',
  'country',
  'insuranceNumber',
  'language',
  'appointmentId',
  'appointmentAt',
  'appointmentDate',
  'appointmentTime',
  'appointmentStatus',
  'isCancelled',
  'isOver',
  'remark',
  'isActive',
  'isDeceased',
  'centre',
  'plannedDose',
  'product',
  'secondAt',
  'secondDate',
  'secondTime',
] as const;
export type ImportField = (typeof importFields)[number];

/** What columns say of a booking: each of them may end it. */
export const statesOfBooking: ReadonlySet<ImportField> = new Set<ImportField>([
  'appointmentStatus',
  'isCancelled',
  'isOver',
  'isActive',
  'isDeceased',
  'remark',
]);

/** What several columns of a list may hold. */
export const inSeveral: ReadonlySet<ImportField> = new Set<ImportField>(['phone', ...statesOfBooking]);

/** Which field each column holds, in the order of the file; `undefined` is left out. */
export type ColumnMapping = readonly (ImportField | undefined)[];

/** In which order a date such as 03/04/1990 is written. */
export type DateOrder = 'day-first' | 'month-first';

/** Everything that decides how the text of a file is read as people. */
export interface ReadingPlan {
  readonly hasHeader: boolean;
  readonly columns: ColumnMapping;
  readonly dateOrder: DateOrder;
  /** The vaccine of every date whose row names none; absent for the first that the centre gives. */
  readonly productId?: ProductId;
}

/** What one row says, field by field; what is empty is absent. */
export type FieldValues = ReadonlyMap<ImportField, string>;
