import type { DoseId, PersonId, ProductId } from '../kernel/ids.ts';
import { productOf, products } from '../products/catalogue.ts';
import { decideTakeElsewhere } from './doses-elsewhere.ts';
import type { DosesElsewhereCounted } from './events.ts';
import type { ToldDose } from './told-dose.ts';
import { type VaccinationState, withElsewhere } from './vaccination.ts';

export interface TakeTold {
  readonly personId: PersonId;
  readonly told: readonly ToldDose[];
  /** What the centre gives: in whose series a dose counts whose very vaccine is not known. */
  readonly active: readonly ProductId[];
  readonly newId: () => DoseId;
}

export interface TakenTold {
  readonly events: readonly DosesElsewhereCounted[];
  /** What stands in the record already: the same series on the same day. */
  readonly known: ReadonlySet<ToldDose>;
}

/** Takes what is new of the doses that another system tells; each event is of one vaccine and one witness. */
export function decideTakeTold(
  before: VaccinationState,
  { personId, told, active, newId }: TakeTold,
): TakenTold {
  const events: DosesElsewhereCounted[] = [];
  const known = new Set<ToldDose>();
  let state = before;
  for (const { productId, issuer, doses } of groupsOf(told, active)) {
    const decided = decideTakeElsewhere(state, {
      personId,
      productId,
      proven: doses.map(({ givenOn, productName, lot, told: entry }) => ({
        givenOn,
        product: productName,
        ...(lot === undefined ? {} : { lot }),
        ...(entry ? { told: entry } : {}),
      })),
      source: { kind: 'fhir' },
      witness: { issuer },
      newId,
    });
    const [event] = decided.ok ? decided.value : [];
    const open = new Set(event?.data.doses.map(({ givenOn }) => givenOn));
    // Twice in one file is once new.
    for (const dose of doses) if (!open.delete(dose.givenOn)) known.add(dose);
    if (!event) continue;
    events.push(event);
    state = withElsewhere(state, event.data);
  }
  return { events, known };
}

interface Group {
  readonly productId: ProductId;
  readonly issuer: string;
  readonly doses: ToldDose[];
}

function groupsOf(told: readonly ToldDose[], active: readonly ProductId[]): Group[] {
  const groups = new Map<string, Group>();
  for (const dose of told) {
    const productId = productFor(dose, active);
    const key = `${productId} ${dose.issuer}`;
    const group = groups.get(key) ?? { productId, issuer: dose.issuer, doses: [] };
    groups.set(key, group);
    group.doses.push(dose);
  }
  return [...groups.values()];
}

function productFor({ product, series }: ToldDose, active: readonly ProductId[]): ProductId {
  const given = active.find((productId) => productOf(productId)?.series === series);
  const any = products.find((each) => each.series === series);
  const productId = product?.productId ?? given ?? any?.productId;
  if (productId === undefined) throw new Error(`the catalogue has no product of the series ${series}`);
  return productId;
}
