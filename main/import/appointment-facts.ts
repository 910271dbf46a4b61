import type { RowContext } from '../../domain/import/row-context.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { timeOfCentre } from '../../domain/import/time-of-centre.ts';
import type { ProductId } from '../../domain/kernel/ids.ts';
import { type Instant, instantOf } from '../../domain/kernel/instant.ts';
import { parsePlainDate } from '../../domain/kernel/plain-date.ts';
import { findProduct } from '../../domain/products/find-product.ts';
import type { AppointmentResource } from '../../interchange/fhir/resource-schemas.ts';

/** The first of its words and codes that names a vaccine; none where it speaks of no service at all. */
export function productOfAppointment(
  { serviceType = [] }: AppointmentResource,
  { activeProducts, vialCodes }: RowContext,
): { readonly productId?: ProductId } | 'unknown' {
  const named = serviceType
    .flatMap(({ concept, ...service }) => (concept ? [service, concept] : [service]))
    .flatMap(({ text, coding = [] }) => [...coding.map(({ code }) => code), text]);
  const texts = named.flatMap((each) => (each === undefined || anyVaccination.test(each) ? [] : [each]));
  if (texts.length === 0) return {};
  for (const each of texts) {
    const productId = findProduct(each, activeProducts, vialCodes);
    if (productId) return { productId };
  }
  return 'unknown';
}

/** That somebody is vaccinated, and not with what: 57 is Immunization in HL7's service types, the others are of SNOMED CT. */
const anyVaccination =
  /^(?:(?:schutz)?impf(?:ung|termin)(?:en)?|vaccinations?|immuni[sz]ations?|57|127785005|33879002|(?:erst|zweit)impfung)$/i;

/** When an appointment begins; a time without an offset is one of the centre. */
export function startOf(written: string | undefined, { zone }: RowContext): Instant | RowFault {
  const found = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(
    written ?? '',
  );
  const [, dayText = '', clock, offset] = found ?? [];
  const day = parsePlainDate(dayText);
  if (written === undefined || (day && clock === undefined)) return rowFault('time-missing', 'appointmentAt');
  const ms = Date.parse(`${dayText}T${clock}:00${offset ?? 'Z'}`);
  if (!day || clock === undefined || Number.isNaN(ms))
    return rowFault('time-unreadable', 'appointmentAt', written);
  if (offset !== undefined) return instantOf(ms);
  return timeOfCentre(day, clock, zone) ?? rowFault('time-skipped', 'appointmentAt', written);
}

/** A patient who declined does not come, whatever the appointment says as a whole. */
export function isStillToCome({ status, participant = [] }: AppointmentResource): boolean {
  const isDeclined = participant.some(
    ({ status: answer, actor }) =>
      answer === 'declined' && (actor?.type === 'Patient' || /(^|\/)Patient\//.test(actor?.reference ?? '')),
  );
  return !isDeclined && (status === 'booked' || status === 'pending' || status === 'proposed');
}
