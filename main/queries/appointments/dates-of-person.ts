import type { DatesOfPerson } from '../../../contracts/ipc/appointments-contract.ts';
import { windowOfDate } from '../../../domain/appointments/decide-dates.ts';
import { openDosesFrom, openDosesOn } from '../../../domain/appointments/open-doses.ts';
import { misfitOf, searchDays } from '../../../domain/appointments/proposal.ts';
import { minutesOf } from '../../../domain/appointments/slot-template.ts';
import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { clockTimeAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { KnownPerson } from '../../../domain/known-person.ts';
import { courseOn } from '../../../domain/products/course.ts';
import type { Reads } from '../../context.ts';
import { loadPerson, withSeries } from '../../histories/person-history.ts';
import { type AppointmentRow, appointmentsOf } from '../../store/tables/appointments/appointments.ts';
import { offersOf, standbyOf } from '../../store/tables/appointments/standby.ts';
import { activeProducts } from '../products/active-products.ts';
import { vaccineChoice, vaccineNamer } from '../products/name-vaccine.ts';
import { productForKnown, productOfKnown } from '../products/product-of-person.ts';
import { firstPlace } from './propose-dates.ts';
import { offerView } from './standby-list.ts';

type DateView = DatesOfPerson['dates'][number];

/** Somebody's dates, those that no longer fit with a better place, and their waiting; undefined for nobody. */
export function datesOfPerson(station: Reads, personId: PersonId): DatesOfPerson | undefined {
  const known = withSeries(station.db, personId, loadPerson(station.db, personId));
  if (known.person.status !== 'registered') return undefined;
  const inQuestion = productOfKnown(station, known).product.productId;
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const missing = (productId: ProductId) => [...openDosesOn(known, productId, today).doses];
  const isBookable = (productId: ProductId) => openDosesFrom(known, productId, today).doses.length > 0;
  const nameVaccine = vaccineNamer(station.db);
  const { givenName, familyName, birthDate } = known.person.details;
  return {
    person: { personId, givenName, familyName, birthDate },
    dates: appointmentsOf(station.db, personId).map((row) => ({
      appointmentId: row.appointment_id,
      productId: row.product_id,
      vaccine: nameVaccine(row.product_id),
      plannedDose: row.planned_dose,
      startsAt: row.starts_at,
      day: row.day,
      lane: row.lane ?? undefined,
      centre: row.centre ?? undefined,
      status: row.status,
      ...misfit(station, known, row),
    })),
    openDoses: missing(inQuestion),
    isBookable: isBookable(inQuestion),
    vaccines: vaccineChoice(activeProducts(station.db), inQuestion)?.map((vaccine) => ({
      ...vaccine,
      openDoses: missing(vaccine.productId),
      isBookable: isBookable(vaccine.productId),
    })),
    standby: standbyOf(station.db, personId).map((row) => {
      const offer = offersOf(station.db, row.standby_id).find(({ status }) => status === 'open');
      return {
        standbyId: row.standby_id,
        vaccine: nameVaccine(row.product_id),
        fromDay: row.from_day,
        toDay: row.to_day,
        lane: row.lane ?? undefined,
        reach: row.reach,
        offer: offer && offerView(offer),
      };
    }),
  };
}

function misfit(
  station: Reads,
  known: KnownPerson,
  row: AppointmentRow,
): Pick<DateView, 'misfit' | 'better'> {
  if (row.status !== 'booked' || row.planned_dose < 2) return {};
  const { product_id: productId, planned_dose: plannedDose, day } = row;
  const { schedule } = productForKnown(courseOn(productId, day), known);
  if (!schedule.byBook && plannedDose > schedule.doseCount) return { misfit: 'superfluous' };
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const window = windowOfDate(known, { productId, plannedDose, day }, today);
  if (!window) return { misfit: schedule.byBook ? 'superfluous' : 'first-missing' };
  const found = misfitOf(row.day, window);
  if (!found) return {};
  const days = searchDays(window);
  const minute = minutesOf(clockTimeAt(row.starts_at, station.settings.timeZone));
  return { misfit: found, better: firstPlace(station, row.product_id, days.from, days.to, minute) };
}
