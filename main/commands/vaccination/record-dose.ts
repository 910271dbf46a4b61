import {
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { scheduleOf } from '../../../domain/schedules/products.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { DoseWarning, InjectionSite } from '../../../domain/vaccination/events.ts';
import { type AdministerRefusal, decideAdminister } from '../../../domain/vaccination/vaccination.ts';
import type { Writes } from '../../context.ts';
import { loadPerson, seriesOf } from '../../histories/person-history.ts';
import { centreProduct } from '../../queries/centre/centre-product.ts';
import { keepSetting, settingOf } from '../../store/settings.ts';
import { linkedSetOf } from '../../store/tables/people/person-links.ts';
import { runCommand } from '../run-command.ts';

export interface RecordDoseInput {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly lot: string;
  readonly expiresOn?: PlainDate;
  readonly site: InjectionSite;
  readonly overrides: readonly DoseWarning[];
  /** GTIN or PZN of the vial, where one was scanned. */
  readonly productCode?: string;
  /** Which dose it was when the person at the desk confirmed it. */
  readonly seenOrdinal?: number;
  /** A further dose on the same day: why, and who agreed. */
  readonly further?: { readonly reason: string; readonly approvedBy: StaffId };
}

/** Records a dose: the count rises by one, and the appointment counts as attended. */
export function recordDose(
  station: Writes,
  actor: Actor,
  input: RecordDoseInput,
): Result<{ doseId: DoseId }, AdministerRefusal | 'person-unknown'> {
  const { requestId, productCode, ...dose } = input;
  return runCommand(station, { name: 'record-dose', actor, requestId }, () => {
    const product = centreProduct();
    const schedule = scheduleOf(product.productId);
    if (!schedule) throw new Error(`no schedule for ${product.productId}`);
    const known = loadPerson(station.db, dose.personId);
    if (known.person.status !== 'registered') return refuse('person-unknown');
    const today = plainDateAt(station.now(), station.settings.timeZone);
    const visit = known.appointments.visits.find(({ day }) => day === today);
    const doseId = idOf<DoseId>(station.newId());
    const series = seriesOf(station.db, linkedSetOf(station.db, dose.personId));
    const decided = decideAdminister(
      series,
      {
        ...dose,
        doseId,
        productId: product.productId,
        route: product.route,
        amountMl: product.amountMl,
        today,
        vaccinator: actor,
        ...(visit ? { visitId: visit.visitId } : {}),
        ...(visit?.appointmentId ? { appointmentId: visit.appointmentId } : {}),
      },
      schedule,
    );
    if (!decided.ok) return decided;
    keepSetting(station.db, 'last-lot', { lot: dose.lot, expiresOn: dose.expiresOn });
    if (productCode !== undefined) learnVial(station, product.productId, productCode);
    return accept({ stream: dose.personId, events: decided.value, known, value: { doseId } });
  });
}

/** The next vial with this code is one of the known product. */
function learnVial({ db }: Writes, productId: ProductId, code: string): void {
  const known = settingOf(db, 'vial-codes') ?? {};
  const codes = known[productId] ?? [];
  if (!codes.includes(code)) keepSetting(db, 'vial-codes', { ...known, [productId]: [...codes, code] });
}
