import type { Language } from '../../../domain/kernel/bilingual.ts';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { momentWords } from '../../../domain/passes/pass-words.ts';
import {
  agesNamed,
  datesDependOnAge,
  daysToOffer,
  isDueLater,
  isStillToChoose,
  nextDateOf,
  whatIsDue,
} from '../../../domain/schedules/dates-of-somebody-new.ts';
import { birthDatePage } from '../../../pages/booking-birth-date.ts';
import { detailsPage, type FieldFaults } from '../../../pages/booking-form.ts';
import { chooseDatePage } from '../../../pages/booking-page.ts';
import type { BookingText } from '../../../pages/booking-texts.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { daysWithFree, freeSlotsOn, lastOpenDay, type OnlineSlot, slotOf } from '../../store/online-slots.ts';
import { inCentre } from '../../store/open-databases.ts';
import { centreOffer, type Offer } from '../passes/centre-facts.ts';
import { birthDateToken } from './birth-date-token.ts';
import { freeDays, MOST_DAYS, windowWords } from './free-days.ts';
import { pageCentre } from './page-centre.ts';
import type { Typed } from './read-booking-form.ts';

/** What somebody has chosen so far. */
export interface Choosing {
  readonly slotIds: readonly string[];
  /** Asked for first where the dates depend on it. */
  readonly birthDate: BirthDate | undefined;
}

interface Again {
  readonly notice?: BookingText;
  readonly faults?: FieldFaults;
  readonly typed: Typed;
  /** Of the form that was sent, where it is to be sent again as it was. */
  readonly formKey?: string | undefined;
}

/** The next step: the birth date where the dates depend on it, a date, or the details. */
export async function choosePage(
  headquarters: Headquarters,
  centre: Centre,
  { slotIds, birthDate }: Choosing,
  language: Language,
  again?: Again,
): Promise<string> {
  const ground = await groundOf(headquarters, centre, slotIds);
  const { product, confirmed, chosen, today, openedTo } = ground;
  const who = { productId: product.productId, confirmed, birthDate };
  const ids = chosen.map(({ slotId }) => slotId);
  const place = `/book/${centre.id}`;
  const token = birthDate && birthDateToken(headquarters, centre.id, birthDate);
  const addressOf = (slots: readonly string[], to: Language) => addressIn(place, { slots, token }, to);
  const shared = {
    language,
    otherLanguage: addressOf(ids, language === 'de' ? 'en' : 'de'),
    centre: pageCentre(centre),
    ...(again?.notice ? { notice: again.notice } : {}),
    product: [`${product.name} (${product.disease[language]})`, agesNamed(who, today)?.[language]]
      .filter(Boolean)
      .join(', '),
  };
  const [typed, faults] = [again?.typed ?? {}, again?.faults ?? {}];
  if (birthDate === undefined && datesDependOnAge(who, today)) {
    const fault = faults.birthDate && { fault: faults.birthDate };
    return birthDatePage({ ...shared, action: `${place}/born`, typed: typed.birthDate ?? '', ...fault });
  }
  const days = chosen.map(({ day }) => day);
  const dates = {
    ...shared,
    chosen: chosen.map(({ startsAt }) => momentWords(startsAt, centre.timeZone, language)),
    again: addressOf([], language),
  };
  if (!isStillToChoose(who, days, openedTo)) {
    const later = days[0] && nextDateOf(who, days, days.at(-1) ?? days[0])?.window?.recommendedFrom;
    return detailsPage({
      ...dates,
      action: place,
      slotIds: ids,
      formKey: again?.formKey ?? headquarters.newId(),
      ...(token ? { token } : {}),
      ...(later ? { later: formatDate(later, language) } : {}),
      typed: { ...(birthDate ? { birthDate: formatDate(birthDate, language) } : {}), ...typed },
      faults,
    });
  }
  const offer = daysToOffer(who, days, ground.freeDays);
  const slots = await inCentre(headquarters.databases.app, centre.id, (db) =>
    freeSlotsOn(db, offer.days.slice(0, MOST_DAYS), headquarters.now()),
  );
  const linkOf = (slotId: string) => addressOf([...ids, slotId], language);
  const asOf = openedTo ?? today;
  const next = nextDateOf(who, days, days.at(-1) ?? asOf);
  const isDue = next && !isDueLater(next, asOf);
  const sentence = isDue ? undefined : whatIsDue(who, today)?.[language];
  return chooseDatePage({
    ...dates,
    number: chosen.length + 1,
    days: freeDays(slots, { language, timeZone: centre.timeZone, linkOf }),
    ...(offer.outside ? { outside: windowWords(offer.outside, language) } : {}),
    ...(sentence ? { notDue: { sentence, otherBirthDate: addressIn(place, nothing, language) } } : {}),
  });
}

const nothing = { slots: [], token: undefined };

function addressIn(
  place: string,
  { slots, token }: { readonly slots: readonly string[]; readonly token: string | undefined },
  language: Language,
): string {
  const words = new URLSearchParams(slots.map((id): [string, string] => ['slot', id]));
  if (token) words.append('who', token);
  words.append('lang', language);
  return `${place}?${words}`;
}

interface Ground extends Offer {
  readonly chosen: readonly OnlineSlot[];
  readonly freeDays: readonly PlainDate[];
  readonly openedTo: PlainDate | undefined;
  readonly today: PlainDate;
}

function groundOf(
  { databases, now }: Headquarters,
  centre: Centre,
  slotIds: readonly string[],
): Promise<Ground> {
  return inCentre(databases.app, centre.id, async (db) => {
    const chosen: OnlineSlot[] = [];
    for (const id of slotIds) {
      const slot = await slotOf(db, id);
      if (slot) chosen.push(slot);
    }
    return {
      ...(await centreOffer(db)),
      chosen,
      freeDays: await daysWithFree(db, now()),
      openedTo: await lastOpenDay(db, now()),
      today: plainDateAt(now(), centre.timeZone),
    };
  });
}
