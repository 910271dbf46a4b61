import type { ApiPass, DoseFacts } from '../../../contracts/api/api-contract.ts';
import { personOfCourse } from '../../../domain/known-person.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { shownCourse } from '../../../domain/products/product-in-question.ts';
import { scheduleOfCourse } from '../../../domain/schedules/schedule-of-course.ts';
import { nextDoseOn } from '../../../domain/vaccination/next-dose.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { type KeptPass, passOf } from '../../store/passes.ts';
import { personalLink } from '../booking/personal-link.ts';
import { googleWay } from '../google/google-way.ts';
import { doseStateOf } from '../passes/pass-facts.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';

/** A pass as the API shows it, without personal data; undefined for one that is not of this centre. */
export function readPass(
  headquarters: Headquarters,
  centre: string,
  passId: string,
): Promise<ApiPass | undefined> {
  return inCentre(headquarters.databases.app, centre, (db) => readPassIn(headquarters, db, centre, passId));
}

/** The same in a transaction, with what it wrote. */
export async function readPassIn(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  passId: string,
): Promise<ApiPass | undefined> {
  const found = await findWithGoogle(headquarters, db, centre, passId);
  if (found?.known.person.status !== 'registered') return undefined;
  const { pass, known, page, googleWallet } = found;
  const isVoid = isVoidPass(found);
  return {
    passId: pass.passId,
    shortNumber: shortNumberOf(pass.passId),
    status: isVoid ? 'void' : 'valid',
    ...doseFactsOf(known),
    template: { templateId: pass.templateId, version: pass.templateVersion },
    appointments: known.appointments.appointments.map(
      ({ appointmentId, plannedDose, startsAt, durationMinutes, status }) => ({
        appointmentId,
        dose: plannedDose,
        startsAt,
        durationMinutes,
        status,
      }),
    ),
    ...(isVoid
      ? {}
      : {
          links: {
            page,
            appleWallet: `${page}/pass.pkpass`,
            ...(googleWallet ? { googleWallet } : {}),
            pdf: `${page}/pass.pdf`,
          },
        }),
  };
}

export interface FoundPass {
  readonly pass: KeptPass;
  readonly known: KnownPerson;
}

export async function findPass(
  headquarters: Headquarters,
  db: CentreDb,
  centre: string,
  passId: string,
): Promise<FoundPass | undefined> {
  const pass = await passOf(db, passId);
  return pass && { pass, known: await loadPerson(headquarters, db, centre, pass.personId) };
}

async function findWithGoogle(headquarters: Headquarters, db: CentreDb, centre: string, passId: string) {
  const found = await findPass(headquarters, db, centre, passId);
  if (!found) return undefined;
  const page = personalLink(headquarters, centre, found.pass.personId);
  return {
    ...found,
    page,
    googleWallet: await googleWay(headquarters, db, { centre, pass: found.pass, page }),
  };
}

/** A station may have voided it: then the record says so, whatever was kept here. */
export function isVoidPass({ pass, known: { pass: state } }: FoundPass): boolean {
  return pass.isVoided || (state.status === 'voided' && state.passId === pass.passId);
}

export function doseFactsOf(known: KnownPerson): DoseFacts {
  const state = doseStateOf(known);
  const { appointments, series } = known;
  const course = shownCourse({ dates: appointments.appointments, doses: series.doses });
  const schedule = course && scheduleOfCourse(course, personOfCourse({ ...known, vaccination: series }));
  const nextDose = schedule && state.lastDoseOn ? nextDoseOn(series, schedule, course.on).window : undefined;
  return { ...state, ...(nextDose ? { nextDose } : {}) };
}
