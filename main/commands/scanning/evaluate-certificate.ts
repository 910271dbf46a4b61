import type { CertificateView } from '../../../contracts/ipc/certificate-view.ts';
import type { Bilingual } from '../../../domain/kernel/bilingual.ts';
import type { PersonId, ProductId } from '../../../domain/kernel/ids.ts';
import { epochMsOf, instantOf, plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import type { Decision } from '../../../domain/scan/decision.ts';
import { type CertifiedDose, historyOf } from '../../../issuing/certificate/certificate-history.ts';
import { certificateSentence } from '../../../issuing/certificate/refusal-texts.ts';
import { verifyCertificate } from '../../../issuing/certificate/verify-certificate.ts';
import type { Reads, ScanReads } from '../../context.ts';
import { activeProducts } from '../../queries/products/active-products.ts';
import { type PersonRecord, personById } from '../../store/tables/people/people.ts';
import { peopleByKey } from '../../store/tables/people/people-search.ts';

export interface EvaluatedCertificate {
  readonly decision: Decision;
  readonly certificate?: CertificateView;
  /** Instead of the decision's own. */
  readonly sentence?: Bilingual;
  /** Why it is of no use, for the diagnosis. */
  readonly refusal?: string;
}

const MOST_PEOPLE = 200;

/** A certificate from elsewhere: whether it is genuine, and whether it is of the person on the screen. */
export function evaluateCertificate(
  station: ScanReads,
  text: string,
  openPersonId: PersonId | undefined,
): EvaluatedCertificate {
  const trust = station.trustList.current();
  if (!trust) return unusable(openPersonId, 'certificate-without-trust-list');
  const verified = verifyCertificate(text, trust, epochMsOf(station.now()));
  if (!verified.ok) {
    const { reason } = verified.refusal;
    const isGraver =
      reason === 'signature-wrong' || reason === 'signer-revoked' || reason === 'certificate-revoked';
    return {
      ...unusable(openPersonId, 'certificate-refused', isGraver ? 'red' : 'amber'),
      sentence: certificateSentence(reason),
      refusal: `certificate-${reason}`,
    };
  }
  const history = historyOf(verified.value);
  const today = plainDateAt(station.now(), station.settings.timeZone);
  const found = history && countedHere(station, history.doses, today);
  if (!history || !found) {
    const ahead = history && countedHere(station, history.doses, LATEST_DAY)?.doses[0];
    return ahead
      ? unusable(openPersonId, 'certificate-dose-ahead', 'amber', { on: ahead.givenOn })
      : unusable(openPersonId, 'certificate-without-dose');
  }
  const { givenName, familyName, birthDate } = history;
  const certificate: CertificateView = {
    kind: verified.value.kind,
    issuer: verified.value.issuer,
    givenName,
    familyName,
    birthDate,
    doses: found.doses.map(({ product, givenOn, ordinal }) => ({ product, givenOn, ordinal })),
    productId: found.productId,
    trustListFrom: instantOf(trust.issuedAtMs),
    isCounted: false,
  };
  return { certificate, decision: decisionOn(station, certificate, openPersonId) };
}

/** Of no dose: what a certificate dates ahead is told as such. */
const LATEST_DAY = '9999-12-31' as PlainDate;

function decisionOn(
  { db }: Reads,
  certificate: CertificateView,
  openPersonId: PersonId | undefined,
): Decision {
  const count = Math.max(...certificate.doses.map(({ ordinal = 0 }) => ordinal), certificate.doses.length);
  const on = certificate.doses.at(-1)?.givenOn;
  const facts = { count, ...(on ? { on } : {}) };
  const open = openPersonId && personById(db, openPersonId);
  const person = open?.status === 'registered' ? heldAgainst(open) : holderOf(db, certificate);
  if (!person) return { light: 'amber', reason: 'certificate-nobody-open', facts, action: 'search' };
  const base = { personId: person.personId, facts };
  const birth = certificate.birthDate;
  const isFuller = birth.length > person.birthDate.length && birth.startsWith(person.birthDate);
  if (birth === '' || !(isFuller || person.birthDate.startsWith(birth)))
    return { ...base, light: 'red', reason: 'certificate-other-person', action: 'show-person' };
  if (!isSameName(person, certificate))
    return { ...base, light: 'amber', reason: 'certificate-name-differs', action: 'count-history' };
  const reason = isFuller ? 'certificate-birth-date-fuller' : 'certificate-fits';
  return { ...base, light: 'amber', reason, action: 'count-history' };
}

interface Named {
  readonly givenName: string;
  readonly familyName: string;
}

function heldAgainst({ personId, details }: PersonRecord) {
  const { givenName, familyName, birthDate } = details;
  return { personId, givenName, familyName, birthDate: birthDate as string };
}

/** Somebody with that name and birth date, as much of it as their record knows, where it is one person beyond doubt. */
function holderOf(db: Reads['db'], certificate: CertificateView): ReturnType<typeof heldAgainst> | undefined {
  const { birthDate } = certificate;
  const known = new Set([birthDate, birthDate.slice(0, 7), birthDate.slice(0, 4)]);
  const [holder, another] = [...known]
    .flatMap((each) => peopleByKey(db, 'birth_date', each, MOST_PEOPLE))
    .filter(({ status }) => status === 'registered')
    .map((row) => ({
      personId: row.person_id,
      givenName: row.given_name,
      familyName: row.family_name,
      birthDate: row.birth_date as string,
    }))
    .filter((person) => isSameName(person, certificate));
  return another ? undefined : holder;
}

function isSameName(one: Named, other: Named): boolean {
  return (
    foldName(one.givenName) === foldName(other.givenName) &&
    foldName(one.familyName) === foldName(other.familyName)
  );
}

function unusable(
  personId: PersonId | undefined,
  reason: Decision['reason'],
  light: Decision['light'] = 'amber',
  facts: Decision['facts'] = {},
): EvaluatedCertificate {
  const whom = personId ? { personId } : {};
  return {
    decision: { ...whom, light, reason, facts, action: personId ? 'show-person' : 'search' },
    refusal: reason,
  };
}

/** The doses against a disease that this centre vaccinates against, and in which product's series they count. */
function countedHere(
  { db }: Reads,
  doses: readonly CertifiedDose[],
  today: PlainDate,
): { productId: ProductId; doses: readonly CertifiedDose[] } | undefined {
  for (const { productId, diseaseCodes } of activeProducts(db)) {
    const ours = doses.filter(
      ({ disease, givenOn }) => disease !== undefined && diseaseCodes.includes(disease) && givenOn <= today,
    );
    if (ours.length > 0) return { productId, doses: ours };
  }
  return undefined;
}
