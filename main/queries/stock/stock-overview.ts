import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { JournalLine, ShownFridge, ShownLot, ShownVial } from '../../../contracts/ipc/stock-shown.ts';
import type { ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productOf, products } from '../../../domain/products/catalogue.ts';
import type { LotName } from '../../../domain/stock/events.ts';
import { type Fridge, isWithin } from '../../../domain/stock/fridge.ts';
import { closedVials, isThawedInTime, type LotState, lotStateOf } from '../../../domain/stock/lot-state.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { centreVialData } from '../../store/tables/stock/centre-vial-data.ts';
import { oddDraws } from '../../store/tables/stock/dose-draws.ts';
import { fridgesInUse, temperaturesOf } from '../../store/tables/stock/fridges.ts';
import { booksOfLots, type JournalRow, latestEntries } from '../../store/tables/stock/lot-book.ts';
import { openVials } from '../../store/tables/stock/vials.ts';
import { activeProductIds } from '../products/active-products.ts';
import { actorName } from '../staff/actor-name.ts';
import { eveningOf } from './evening-of.ts';
import { shownVial } from './shown-vial.ts';

const MOST_LINES = 60;
const MOST_DIFFERENCES = 60;
const TEMPERATURES_OF_A_FRIDGE = 6;
/** A vial that nobody threw away for so long is not there any more. */
const STANDING_MINUTES = 3 * 24 * 60;

interface KnownLot {
  readonly name: LotName;
  readonly lot: LotState;
}

/** All that is there, by lot, vial and fridge, with what does not agree. */
export function stockOverview(station: Reads): ChannelOutput<'stock.overview'> {
  const { db } = station;
  const now = station.now();
  const today = plainDateAt(now, station.settings.timeZone);
  const known = booksOfLots(db).flatMap(({ name, book }): KnownLot[] => {
    const lot = lotStateOf(book);
    return lot ? [{ name, lot }] : [];
  });
  const fridges = fridgesInUse(db);
  const vials = openVials(db, addMinutes(now, -STANDING_MINUTES))
    .map((vial) => shownVial(vial, vial, now))
    .map((vial) => (isOfBlockedLot(vial, known) ? { ...vial, objections: withBlocked(vial) } : vial));
  const lots = known
    .filter(({ lot }) => closedVials(lot) > 0 || lot.blocked !== undefined)
    .map((each) => shownLot(db, each, fridges, today))
    .sort(
      (one, other) =>
        one.product.localeCompare(other.product) ||
        (one.expiresOn ?? '').localeCompare(other.expiresOn ?? '') ||
        one.lot.localeCompare(other.lot),
    );
  return {
    now,
    lots,
    vials,
    fridges: fridges.map((fridge) => shownFridge(db, fridge)),
    differences: differencesOf(db, known),
    evening: eveningOf(station, vials, lots, today, now),
    journal: latestEntries(db, MOST_LINES).map((row) => journalLine(db, row)),
    products: productsToReceive(db),
  };
}

function isOfBlockedLot({ productId, lot }: ShownVial, known: readonly KnownLot[]): boolean {
  return known.some(
    (each) => each.name.productId === productId && each.name.lot === lot && each.lot.blocked !== undefined,
  );
}

function withBlocked({ objections }: ShownVial): ShownVial['objections'] {
  return ['lot-blocked', ...objections];
}

function shownLot(
  db: ReadableDb,
  { name, lot }: KnownLot,
  fridges: readonly Fridge[],
  today: PlainDate,
): ShownLot {
  const { productId } = name;
  const thawedUntil = lot.batches.flatMap((batch) => batch.thawedUntil ?? []).sort()[0];
  return {
    productId,
    lot: name.lot,
    product: nameOf(productId),
    dosesPerVial: centreVialData(db, productId).dosesPerVial,
    ...(lot.expiresOn ? { expiresOn: lot.expiresOn } : {}),
    isExpired: lot.expiresOn !== undefined && lot.expiresOn < today,
    ...(lot.extendedBy === undefined ? {} : { extendedBy: lot.extendedBy }),
    ...(lot.blocked === undefined ? {} : { blocked: lot.blocked }),
    closed: closedVials(lot),
    ...(thawedUntil ? { thawedUntil } : {}),
    isThawOver: !isThawedInTime(lot, today),
    fridges: fridges.flatMap(({ fridgeId, name: fridge }) => {
      const here = closedVials({ batches: lot.batches.filter((batch) => batch.fridgeId === fridgeId) });
      return here === 0 ? [] : [{ name: fridge, vials: here }];
    }),
  };
}

function shownFridge(db: ReadableDb, fridge: Fridge): ShownFridge {
  return {
    ...fridge,
    temperatures: temperaturesOf(db, fridge.fridgeId, TEMPERATURES_OF_A_FRIDGE).map((row) => {
      const by = actorName(db, row.actor);
      return {
        at: row.at,
        ...(by ? { by } : {}),
        celsius: row.celsius,
        ...(row.note === null ? {} : { note: row.note }),
        isWithin: isWithin(fridge, row.celsius),
      };
    }),
  };
}

/** Between books and shelf, and doses that the stock had something against: newest first. */
function differencesOf(
  db: ReadableDb,
  known: readonly KnownLot[],
): ChannelOutput<'stock.overview'>['differences'] {
  const ofBooks = known.flatMap(({ name, lot }) =>
    lot.differences.map((each) => ({ ...each, product: nameOf(name.productId), lot: name.lot })),
  );
  const ofDoses = oddDraws(db, MOST_DIFFERENCES).map(({ productId, movedFrom, objections, ...draw }) => ({
    kind: movedFrom ? ('moved' as const) : ('drawn' as const),
    at: draw.at,
    product: nameOf(productId),
    lot: draw.lot,
    objections: [...objections],
    ...(movedFrom ? { from: { product: nameOf(movedFrom.productId), lot: movedFrom.lot } } : {}),
  }));
  return [...ofBooks, ...ofDoses]
    .sort((one, other) => (one.at < other.at ? 1 : -1))
    .slice(0, MOST_DIFFERENCES);
}

function journalLine(db: ReadableDb, row: JournalRow): JournalLine {
  const by = actorName(db, row.actor);
  return {
    eventId: row.event_id,
    at: row.at,
    ...(by ? { by } : {}),
    kind: row.kind,
    product: nameOf(row.product_id),
    lot: row.lot,
    vials: row.vials,
    doses: row.doses,
    ...(row.expected === null ? {} : { expected: row.expected }),
    ...(row.expires_on === null ? {} : { expiresOn: row.expires_on }),
    ...(row.words === null ? {} : { words: row.words }),
  };
}

function productsToReceive(db: ReadableDb): ChannelOutput<'stock.overview'>['products'] {
  const active = activeProductIds(db);
  return products
    .map(({ productId, name }) => {
      const { dosesPerVial, usableHours, thawDays, source, confirmedAt } = centreVialData(db, productId);
      return {
        productId,
        name,
        dosesPerVial,
        ...(usableHours === undefined ? {} : { usableHours }),
        ...(thawDays === undefined ? {} : { thawDays }),
        source,
        ...(confirmedAt ? { confirmedAt } : {}),
      };
    })
    .sort((one, other) => Number(active.includes(other.productId)) - Number(active.includes(one.productId)));
}

function nameOf(productId: ProductId): string {
  return productOf(productId)?.name ?? productId;
}
