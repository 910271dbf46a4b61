import type { DoseId, PersonId, ProductId, StaffId } from '../kernel/ids.ts';
import { addDays, type BirthDate, type PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { isSameSeries } from '../products/catalogue.ts';
import { courseOn } from '../products/course.ts';
import type { DosesElsewhereCounted, PaperDoseCorrected } from './events.ts';
import { isLot } from './lot.ts';
import { firstDayOf, type PaperDay } from './paper-day.ts';
import { type GivenDose, type VaccinationState, validDosesOf } from './vaccination.ts';

/** What a booklet is called where it stands as the witness of a dose. */
export const booklet = 'Impfausweis';

/** A dose as it stands in a booklet: page or line, and the name as written. */
export interface PaperEntry {
  readonly page: string;
  readonly productName: string;
  readonly lot?: string;
}

interface OfPaper extends PaperDay {
  readonly personId: PersonId;
  readonly doseId: DoseId;
  readonly entry: PaperEntry;
  /** Somebody looked: it is none of those that stand in the record already. */
  readonly isAnother?: boolean | undefined;
}

export type PaperDose = OfPaper & { readonly productId: ProductId; readonly seenBy: StaffId };

/** Of whom, and which day it is. */
export interface PaperGround {
  readonly birthDate: BirthDate;
  readonly today: PlainDate;
}

type EntryRefusal =
  | 'paper-entry-missing'
  | 'paper-product-missing'
  | 'lot-invalid'
  | 'dose-to-come'
  | 'dose-before-birth';
/** `dose-perhaps-known`: one of the record may be this very one; it is taken once somebody says that it is another. */
export type RecordPaperRefusal = EntryRefusal | 'dose-known' | 'dose-perhaps-known';

/** A dose that somebody saw in a booklet: from then on it counts in the series like one that a certificate proves. */
export function decideRecordPaperDose(
  state: VaccinationState,
  ground: PaperGround,
  dose: PaperDose,
): Result<DosesElsewhereCounted[], RecordPaperRefusal> {
  const checked = checkedEntry(ground, dose);
  if (!checked.ok) return checked;
  const { personId, doseId, productId, precision, seenBy } = dose;
  const ofCourse = validDosesOf(state, courseOn(productId, dose.givenOn));
  const known = knownAmong(ofSeries(state, productId), { ...dose, entry: checked.value });
  if (known) return refuse(known);
  // A certificate of a later dose counted one before it, of which nothing was told: now it is.
  const first = firstDayOf(dose);
  const place = ofCourse.find((each) => each.isDayKnown === false && !each.paper && each.givenOn >= first);
  const givenOn = latestOf(dose, place);
  const before = ofCourse.filter((each) => each !== place && each.givenOn <= givenOn);
  const { page, ...facts } = checked.value;
  const counted = {
    doseId,
    givenOn,
    isDayKnown: precision === 'day',
    ordinal: before.length + 1,
    ...facts,
    ...(place ? { replaces: place.doseId } : {}),
  };
  return accept([
    {
      type: 'DosesElsewhereCounted',
      version: 3,
      data: {
        personId,
        productId,
        source: { kind: 'booklet', seenBy },
        doses: [counted],
        personal: { issuer: booklet, page },
      },
    },
  ]);
}

export type CorrectPaperRefusal =
  | RecordPaperRefusal
  | 'dose-unknown'
  | 'dose-already-voided'
  | 'dose-unchanged'
  | 'note-missing';

export type CorrectPaperDose = Omit<OfPaper, keyof PaperDay> & {
  /** Absent where the day stays as it was read: nobody has to know the day to correct a lot. */
  readonly day?: PaperDay | undefined;
  readonly note: string;
};

/** What was read wrongly in the booklet. A dose against something else is voided and entered anew. */
export function decideCorrectPaperDose(
  state: VaccinationState,
  ground: PaperGround,
  { note: words, day, ...told }: CorrectPaperDose,
): Result<[PaperDoseCorrected], CorrectPaperRefusal> {
  const { personId, doseId } = told;
  const before = state.doses.find((each) => each.doseId === doseId);
  if (!before?.paper) return refuse('dose-unknown');
  if (before.isVoided) return refuse('dose-already-voided');
  const dose = { ...told, ...(day ?? dayAsRead(before)) };
  const checked = checkedEntry(ground, dose);
  if (!checked.ok) return checked;
  const { page, productName, lot } = checked.value;
  const isDayKnown = dose.precision === 'day';
  const place = state.replaced?.find((each) => each.doseId === before.replaces);
  const givenOn = day ? latestOf(dose, place) : before.givenOn;
  const isSameDay = before.givenOn === givenOn && before.isDayKnown === isDayKnown;
  const isSame =
    isSameDay &&
    before.paper.page === page &&
    before.paper.productName === productName &&
    before.paper.lot === lot;
  if (isSame) return refuse('dose-unchanged');
  const others = ofSeries(state, before.productId).filter((each) => each.doseId !== doseId);
  // Of a day that stays as it is somebody said so when it was entered.
  const known = knownAmong(others, {
    ...dose,
    entry: checked.value,
    isAnother: isSameDay || dose.isAnother,
  });
  if (known) return refuse(known);
  const note = words.trim();
  if (note === '') return refuse('note-missing');
  const facts = { givenOn, isDayKnown, productName, ...(lot ? { lot } : {}) };
  const data = { doseId, personId, ...facts, personal: { page, note } };
  return accept([{ type: 'PaperDoseCorrected', version: 1, data }]);
}

/** A year was kept as its last day, as a month is: that month is what is surely known of both. */
function dayAsRead({ givenOn, isDayKnown }: GivenDose): PaperDay {
  return { givenOn, precision: isDayKnown === false ? 'month' : 'day' };
}

function checkedEntry(
  { birthDate, today }: PaperGround,
  { entry, givenOn }: OfPaper | PaperDose,
): Result<PaperEntry, EntryRefusal> {
  const page = entry.page.trim();
  const productName = entry.productName.trim();
  const lot = entry.lot?.trim() ?? '';
  if (productName === '') return refuse('paper-product-missing');
  if (page === '') return refuse('paper-entry-missing');
  if (lot !== '' && !isLot(lot)) return refuse('lot-invalid');
  if (givenOn > today) return refuse('dose-to-come');
  // The latest day that it can have been, as far as the birth date is known.
  if (givenOn.slice(0, birthDate.length) < birthDate) return refuse('dose-before-birth');
  return accept({ page, productName, ...(lot === '' ? {} : { lot }) });
}

/** Those of all its seasons: a year or a month lies in two. */
function ofSeries({ doses }: VaccinationState, productId: ProductId): GivenDose[] {
  return doses.filter((dose) => !dose.isVoided && isSameSeries(dose.productId, productId));
}

/**
 * A dose that a certificate had counted was given before the one that the certificate is of, whatever day its month or
 * year ends on.
 */
function latestOf(dose: PaperDay, place: Pick<GivenDose, 'givenOn'> | undefined): PlainDate {
  if (!place || dose.precision === 'day' || place.givenOn < firstDayOf(dose)) return dose.givenOn;
  return place.givenOn < dose.givenOn ? place.givenOn : dose.givenOn;
}

/**
 * On one day nobody gets two; of a month or a year the same line of the booklet is the same dose. Where one has a day
 * and of the other only its month or year is known, or a month and the year around it, they may be one, whichever of
 * them was entered first.
 */
function knownAmong(
  doses: readonly Pick<GivenDose, 'givenOn' | 'isDayKnown' | 'paper'>[],
  dose: Pick<OfPaper, 'givenOn' | 'precision' | 'entry' | 'isAnother'>,
): 'dose-known' | 'dose-perhaps-known' | undefined {
  const { givenOn, precision, entry, isAnother = false } = dose;
  const first = firstDayOf(dose);
  const isWithin = (each: PlainDate) => first <= each && each <= givenOn;
  const isDayKnown = precision === 'day';
  const isKnown = doses.some((each) => {
    if (!isWithin(each.givenOn) || (each.isDayKnown !== false) !== isDayKnown) return false;
    return isDayKnown || isSameLine(each.paper, entry);
  });
  if (isKnown) return 'dose-known';
  const isPerhaps = doses.some((each) => {
    if (each.isDayKnown !== false) return isWithin(each.givenOn);
    if (!each.paper) return false;
    if (isDayKnown) return isInPeriodUntil(each.givenOn, givenOn);
    // Of two months alike the lines say that they are two; one of them may be a year that ends on the same day.
    if (each.givenOn === givenOn) return mayBeOfYear(givenOn);
    return isWithin(each.givenOn) || (mayBeOfYear(each.givenOn) && isInPeriodUntil(each.givenOn, givenOn));
  });
  return isPerhaps && !isAnother ? 'dose-perhaps-known' : undefined;
}

function isSameLine(paper: GivenDose['paper'], { page, productName, lot }: PaperEntry): boolean {
  return paper?.page === page && paper.productName === productName && paper.lot === lot;
}

/** A year is kept as its last day, or as the day on which it was told while it ran: that one ends no month. */
function mayBeOfYear(day: PlainDate): boolean {
  return day.endsWith('-12-31') || !addDays(day, 1).endsWith('-01');
}

/** The record keeps the latest day of a month or a year, not which of both was told: it may have been the year. */
function isInPeriodUntil(latest: PlainDate, day: PlainDate): boolean {
  return day <= latest && day.slice(0, 4) === latest.slice(0, 4);
}
