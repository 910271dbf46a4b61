import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { productActiveUnasked, productOf, products } from '../../../domain/products/catalogue.ts';
import type { Product } from '../../../domain/products/product.ts';
import type { ConfirmedSchedule } from '../../../domain/schedules/activate-schedule.ts';
import type { ConfirmedSchedules } from '../../../domain/schedules/person-of-course.ts';
import type { CentreDb } from '../../store/open-databases.ts';
import { eventsOfTypes } from '../../store/received-events.ts';

/** What stations said of a whole centre that decides on passes: its vaccines, and whose records are one person's. */
export interface CentreFacts {
  /** In the order of the catalogue; never none. */
  readonly active: readonly ProductId[];
  /** The schedules that its doctor confirmed, by vaccination. */
  readonly confirmed: ConfirmedSchedules;
  /** Everybody whose record is read together with theirs, the person first. */
  linkedSet(personId: PersonId): readonly PersonId[];
  /** The links that name the person themselves. */
  directLinks(personId: PersonId): readonly Link[];
  /** Whether the desk said last of these two that they are two people. */
  isToldApart(one: PersonId, other: PersonId): boolean;
}

interface Link {
  readonly one: PersonId;
  readonly other: PersonId;
}

export async function centreFacts(db: CentreDb): Promise<CentreFacts> {
  const stated = new Map<ProductId, boolean>();
  const links = new Map<string, Link>();
  const apart = new Set<string>();
  const confirmed = new Map<string, ConfirmedSchedule>();
  const types = [
    'ProductActivated',
    'ProductDeactivated',
    'PersonsLinked',
    'PersonsUnlinked',
    'PersonsToldApart',
    'ScheduleVersionActivated',
  ];
  for (const { type, data } of await eventsOfTypes(db, types)) {
    const { productId, personId, otherId, group, book, version } = JSON.parse(data) as Record<
      string,
      string | undefined
    >;
    if (group && book && version) confirmed.set(group, { book, version });
    if (productId) stated.set(productId as ProductId, type === 'ProductActivated');
    if (!personId || !otherId) continue;
    const name = nameOfPair(personId, otherId);
    if (type === 'PersonsLinked') apart.delete(name);
    else apart.add(name);
    if (type === 'PersonsLinked') links.set(name, { one: personId as PersonId, other: otherId as PersonId });
    else links.delete(name);
  }
  const directLinks = (personId: PersonId) =>
    [...links.values()].filter(({ one, other }) => one === personId || other === personId);
  return {
    active: products
      .map(({ productId }) => productId)
      .filter((productId) => stated.get(productId) ?? productId === productActiveUnasked),
    confirmed,
    directLinks,
    isToldApart: (one, other) => apart.has(nameOfPair(one, other)),
    linkedSet(personId) {
      const reached = new Set([personId]);
      for (const each of reached)
        for (const { one, other } of directLinks(each)) reached.add(one === each ? other : one);
      const [, ...others] = reached;
      return [personId, ...others.sort()];
    },
  };
}

function nameOfPair(one: string, other: string): string {
  return [one, other].sort().join(' ');
}

/** What the booking page of a centre offers. */
export interface Offer {
  /** The vaccine that the centre gives, the first of several. */
  readonly product: Product;
  readonly confirmed: ConfirmedSchedules;
}

export async function centreOffer(db: CentreDb): Promise<Offer> {
  const { active, confirmed } = await centreFacts(db);
  const product = active[0] && productOf(active[0]);
  if (!product) throw new Error('no product is active');
  return { product, confirmed };
}
