import type { DoseId, PersonId, ProductId, StaffId } from '../kernel/ids.ts';
import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { courseOn } from '../products/course.ts';
import type { DosesElsewhereCounted, PaperDoseCorrected } from './events.ts';
import { isLot } from './lot.ts';
import type { PaperDay } from './paper-day.ts';
import { type VaccinationState, validDosesOf } from './vaccination.ts';

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
export type RecordPaperRefusal = EntryRefusal | 'dose-known';

/** A dose that somebody saw in a booklet: from then on it counts in the series like one that a certificate proves. */
export function decideRecordPaperDose(
  state: VaccinationState,
  ground: PaperGround,
  dose: PaperDose,
): Result<DosesElsewhereCounted[], RecordPaperRefusal> {
  const checked = checkedEntry(ground, dose);
  if (!checked.ok) return checked;
  const { personId, doseId, productId, givenOn, precision, seenBy } = dose;
  const ofCourse = validDosesOf(state, courseOn(productId, givenOn));
  if (isKnown(ofCourse, { ...dose, entry: checked.value })) return refuse('dose-known');
  // A certificate of a later dose counted one before it, of which nothing was told: now it is.
  const place = ofCourse.find((each) => each.isDayKnown === false && !each.paper && each.givenOn >= givenOn);
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

/** What was read wrongly in the booklet. A dose against something else is voided and entered anew. */
export function decideCorrectPaperDose(
  state: VaccinationState,
  ground: PaperGround,
  { note: words, ...dose }: OfPaper & { readonly note: string },
): Result<[PaperDoseCorrected], CorrectPaperRefusal> {
  const { personId, doseId, givenOn, precision } = dose;
  const before = state.doses.find((each) => each.doseId === doseId);
  if (!before?.paper) return refuse('dose-unknown');
  if (before.isVoided) return refuse('dose-already-voided');
  const checked = checkedEntry(ground, dose);
  if (!checked.ok) return checked;
  const { page, productName, lot } = checked.value;
  const isDayKnown = precision === 'day';
  const isSame =
    before.givenOn === givenOn &&
    before.isDayKnown === isDayKnown &&
    before.paper.page === page &&
    before.paper.productName === productName &&
    before.paper.lot === lot;
  if (isSame) return refuse('dose-unchanged');
  const others = validDosesOf(state, courseOn(before.productId, givenOn));
  if (
    isKnown(
      others.filter((each) => each.doseId !== doseId),
      { ...dose, entry: checked.value },
    )
  )
    return refuse('dose-known');
  const note = words.trim();
  if (note === '') return refuse('note-missing');
  const facts = { givenOn, isDayKnown, productName, ...(lot ? { lot } : {}) };
  const data = { doseId, personId, ...facts, personal: { page, note } };
  return accept([{ type: 'PaperDoseCorrected', version: 1, data }]);
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

/** On one day nobody gets two; of a month or a year the same line of the booklet is the same dose. */
function isKnown(
  doses: readonly Pick<VaccinationState['doses'][number], 'givenOn' | 'isDayKnown' | 'paper'>[],
  { givenOn, precision, entry: { page, productName, lot } }: Pick<OfPaper, 'givenOn' | 'precision' | 'entry'>,
): boolean {
  const isDayKnown = precision === 'day';
  return doses.some((each) => {
    if (each.givenOn !== givenOn || (each.isDayKnown !== false) !== isDayKnown) return false;
    const { paper } = each;
    return isDayKnown || (paper?.page === page && paper.productName === productName && paper.lot === lot);
  });
}
