import type { PassFacts } from '../../../domain/passes/pass-facts.ts';
import { productOf, products } from '../../../domain/products/catalogue.ts';
import { scheduleOf } from '../../../domain/schedules/plain-schedules.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import { createPassBarcode, type PassKey } from '../../../issuing/barcode/pass-barcode.ts';
import type { Centre } from '../../store/centres.ts';
import type { KeptPass } from '../../store/passes.ts';
import type { KnownPerson } from './person-history.ts';

/** The product that centres give; schedules of more come with their versions. */
export function centreProduct() {
  const [product] = products;
  if (!product) throw new Error('no product is known');
  return product;
}

/** How many valid doses, and when the last one: what the barcode carries. */
export function doseStateOf({ vaccination }: KnownPerson) {
  const doses = validDosesOf(vaccination, centreProduct().productId);
  const lastDoseOn = doses
    .map(({ givenOn }) => givenOn)
    .sort()
    .at(-1);
  return { doseCount: doses.length, ...(lastDoseOn === undefined ? {} : { lastDoseOn }) };
}

/** Everything that a pass says now; undefined once the person was erased. */
export function passFactsOf(
  known: KnownPerson,
  pass: KeptPass,
  { centre, key, passUrl }: { readonly centre: Centre; readonly key: PassKey; readonly passUrl?: string },
): PassFacts | undefined {
  const { person, appointments, vaccination, history } = known;
  if (person.status !== 'registered' || !person.details) return undefined;
  const product = centreProduct();
  const barcode = createPassBarcode(key, {
    passId: pass.passId,
    ...doseStateOf(known),
    identity: person.details,
  });
  if (!barcode.ok) throw new Error(`the barcode of a pass cannot be made: ${barcode.refusal}`);
  const lots = lotsOf(history);
  return {
    passId: pass.passId,
    barcode: barcode.value,
    isVoided: pass.isVoided,
    person: person.details,
    centre: {
      name: centre.name,
      timeZone: centre.timeZone,
      street: centre.address || undefined,
      phone: centre.phone || undefined,
      email: centre.email || undefined,
    },
    product: { name: product.name, disease: product.disease },
    plannedDoses: scheduleOf(product.productId)?.doseCount ?? 1,
    appointments: appointments.appointments.flatMap(({ plannedDose, startsAt, status }) =>
      status === 'elsewhere' ? [] : [{ plannedDose, startsAt, status }],
    ),
    doses: validDosesOf(vaccination, product.productId).map((dose, index) => ({
      ordinal: index + 1,
      givenOn: dose.givenOn,
      productName: productOf(dose.productId)?.name ?? dose.productId,
      ...(dose.isElsewhere ? { isElsewhere: true } : { lot: lots.get(dose.doseId) }),
      isDayKnown: dose.isDayKnown,
    })),
    announced: pass.announced,
    ...(pass.message ? { message: pass.message } : {}),
    ...(passUrl ? { passUrl } : {}),
  };
}

function lotsOf(history: KnownPerson['history']): Map<string, string> {
  return new Map(
    history.flatMap(({ event }) =>
      event.type === 'DoseAdministered' ? [[event.data.doseId, event.data.lot] as const] : [],
    ),
  );
}
