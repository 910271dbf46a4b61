import { type BirthDate, type PlainDate, parsePlainDate } from '../../../domain/kernel/plain-date.ts';
import { isLot } from '../../../domain/vaccination/lot.ts';
import type { ToldDose, ToldDoseFault } from '../../../domain/vaccination/told-dose.ts';
import { type ImmunizationResource, witnessSchema } from './immunization-schemas.ts';
import type { Beside } from './resources-beside.ts';
import { toldEntry } from './told-entry-of.ts';
import { vaccineOfCodes } from './vaccine-of-codes.ts';

const MOST_NAME = 200;

/** One Immunization, if it can be counted; else why not. */
export function toldDose(
  immunization: ImmunizationResource,
  beside: Beside,
  { today, birthDate }: { readonly today: PlainDate; readonly birthDate: BirthDate | undefined },
): ToldDose | ToldDoseFault {
  const { status, vaccineCode, occurrenceDateTime = '', protocolApplied = [] } = immunization;
  if (status !== 'completed') return status;
  // The day as it was written there: no time zone shifts it.
  const givenOn = parsePlainDate(occurrenceDateTime.slice(0, 10));
  if (!givenOn) return 'day-unknown';
  if (givenOn > today) return 'day-to-come';
  if (birthDate && givenOn.slice(0, birthDate.length) < birthDate) return 'before-birth';
  const vaccine = vaccineOfCodes({
    text: vaccineCode.text,
    coding: vaccineCode.coding ?? [],
    diseases: protocolApplied.flatMap(({ targetDisease = [] }) =>
      targetDisease.flatMap(({ coding = [] }) => coding.flatMap(({ code }) => code ?? [])),
    ),
  });
  if (typeof vaccine === 'string') return vaccine;
  const named = [
    vaccineCode.text,
    vaccine.product?.name,
    ...(vaccineCode.coding ?? []).map((each) => each.display),
  ];
  const lot = immunization.lotNumber?.trim();
  const told = toldEntry(immunization);
  const ordinal = ordinalOf(protocolApplied);
  return {
    ...vaccine,
    productName: (named.find((name) => name) ?? '').slice(0, MOST_NAME),
    givenOn,
    ...(ordinal === undefined ? {} : { ordinal }),
    ...(lot !== undefined && isLot(lot) ? { lot } : {}),
    ...(told ? { told } : {}),
    issuer: issuerOf(immunization, beside).slice(0, MOST_NAME),
  };
}

function ordinalOf(applied: NonNullable<ImmunizationResource['protocolApplied']>): number | undefined {
  for (const { doseNumberPositiveInt, doseNumberString, doseNumber } of applied) {
    if (doseNumberPositiveInt !== undefined) return doseNumberPositiveInt;
    const written = doseNumberString ?? doseNumber ?? '';
    if (/^[1-9]\d?$/.test(written)) return Number(written);
  }
  return undefined;
}

type Reference = { readonly reference?: string | undefined; readonly display?: string | undefined };

/** Who says so: the source that it was taken from, else where it was given, else who gave it. */
function issuerOf(
  { reportOrigin, location, performer = [], extension = [] }: ImmunizationResource,
  beside: Beside,
): string {
  const attesters = extension.flatMap(
    (each) => each.extension?.flatMap(({ valueReference }) => valueReference ?? []) ?? [],
  );
  const named = [location, ...performer.map(({ actor }) => actor), ...attesters].map((each) =>
    nameOf(each, beside),
  );
  const origin = reportOrigin?.text ?? reportOrigin?.coding?.find(({ display }) => display)?.display;
  return [origin, ...named].find((name) => name) ?? '';
}

/** What a reference calls itself, or what it leads to: a role by its place before its person. */
function nameOf(to: Reference | undefined, beside: Beside, steps = 2): string | undefined {
  if (to?.display) return to.display;
  if (to?.reference === undefined || steps === 0) return undefined;
  const { data: found } = witnessSchema.safeParse(beside.find(to.reference));
  if (!found) return undefined;
  const { name, organization, practitioner } = found;
  const own = typeof name === 'string' ? name : (name?.[0]?.text ?? name?.[0]?.family);
  return own ?? nameOf(organization, beside, steps - 1) ?? nameOf(practitioner, beside, steps - 1);
}
