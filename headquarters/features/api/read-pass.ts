import type { ApiPass, DoseFacts, ScanDecision } from '../../../contracts/api/api-contract.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import { windowOfDose } from '../../../domain/schedules/schedule.ts';
import { verifyPassBarcode } from '../../../issuing/barcode/pass-barcode.ts';
import type { Headquarters } from '../../headquarters.ts';
import { inCentre } from '../../store/open-databases.ts';
import { type KeptPass, passOf } from '../../store/passes.ts';
import { personalLink } from '../booking/personal-link.ts';
import { centreProduct, doseStateOf } from '../passes/pass-facts.ts';
import { passKeyOf } from '../passes/pass-signing.ts';
import { type KnownPerson, loadPerson } from '../passes/person-history.ts';

/** A pass as the API shows it, without personal data; undefined for one that is not of this centre. */
export async function readPass(
  headquarters: Headquarters,
  centre: string,
  passId: string,
): Promise<ApiPass | undefined> {
  const found = await findPass(headquarters, centre, passId);
  if (found?.known.person.status !== 'registered') return undefined;
  const { pass, known } = found;
  const page = personalLink(headquarters, centre, pass.personId);
  const isVoid = isVoidPass(pass, known);
  return {
    passId: pass.passId,
    shortNumber: shortNumberOf(pass.passId),
    status: isVoid ? 'void' : 'valid',
    ...doseFactsOf(known),
    appointments: known.appointments.appointments.map(
      ({ appointmentId, plannedDose, startsAt, durationMinutes, status }) => ({
        appointmentId,
        dose: plannedDose,
        startsAt,
        durationMinutes,
        status,
      }),
    ),
    ...(isVoid ? {} : { links: { page, appleWallet: `${page}/pass.pkpass`, pdf: `${page}/pass.pdf` } }),
  };
}

/** What the text of a scan means here, by the record of now. */
export async function decideScan(
  headquarters: Headquarters,
  centre: string,
  text: string,
): Promise<ScanDecision> {
  const read = verifyPassBarcode([await passKeyOf(headquarters, centre)], text);
  if (!read.ok) {
    if (read.refusal === 'key-unknown') return { decision: 'unknown', reason: 'other-issuer' };
    return { decision: 'unknown', reason: read.refusal === 'tag-wrong' ? 'forged' : 'not-a-pass' };
  }
  const found = await findPass(headquarters, centre, read.value.passId);
  if (!found) return { decision: 'unknown', reason: 'not-found' };
  const { pass, known } = found;
  if (known.person.status !== 'registered') return { decision: 'unknown', reason: 'record-closed' };
  if (isVoidPass(pass, known)) return { decision: 'void', passId: pass.passId };
  return { decision: 'known', passId: pass.passId, ...doseFactsOf(known) };
}

function findPass(headquarters: Headquarters, centre: string, passId: string) {
  return inCentre(headquarters.databases.app, centre, async (db) => {
    const pass = await passOf(db, passId);
    return pass && { pass, known: await loadPerson(headquarters, db, centre, pass.personId) };
  });
}

/** A station may have voided it: then the record says so, whatever was kept here. */
function isVoidPass(pass: KeptPass, { pass: state }: KnownPerson): boolean {
  return pass.isVoided || (state.status === 'voided' && state.passId === pass.passId);
}

function doseFactsOf(known: KnownPerson): DoseFacts {
  const state = doseStateOf(known);
  const schedule = scheduleOf(centreProduct().productId);
  const dose = state.doseCount + 1;
  const last = state.lastDoseOn;
  const nextDose =
    schedule && last && dose <= schedule.doseCount ? windowOfDose(schedule, dose, last) : undefined;
  return { ...state, ...(nextDose ? { nextDose } : {}) };
}
