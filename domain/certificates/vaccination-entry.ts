import type { BirthDate, PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import { machineName } from './machine-name.ts';
import { codesOfAuthorisation } from './vaccine-codes.ts';

/** What a centre knows about a dose that a certificate is to prove. */
export interface CertificateFacts {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: BirthDate;
  /** EU marketing authorisation of the vaccine. */
  readonly authorisation: string;
  /** Which dose of the person it was, counted from 1, and how many the series has. */
  readonly ordinal: number;
  readonly seriesDoses: number;
  readonly givenOn: PlainDate;
  readonly lot?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly issuer: string;
  /** The UVCI, see `makeUvci`. */
  readonly certificateId: string;
}

export type EntryRefusal = 'vaccine-not-coded' | 'name-not-latin' | 'ordinal-wrong' | 'text-too-long';

/** The EU DCC 1.3.0 of one dose. Names are NFC. */
export type VaccinationCertificate = {
  readonly ver: string;
  readonly nam: Readonly<Record<string, string>>;
  readonly dob: string;
  readonly v: readonly [Readonly<Record<string, string | number>>];
};

export function vaccinationCertificate(
  facts: CertificateFacts,
): Result<VaccinationCertificate, EntryRefusal> {
  const codes = codesOfAuthorisation(facts.authorisation);
  if (!codes) return refuse('vaccine-not-coded');
  if (!Number.isSafeInteger(facts.ordinal) || facts.ordinal < 1 || facts.seriesDoses < 1)
    return refuse('ordinal-wrong');
  const name = nameOf(facts.givenName, facts.familyName);
  if (!name) return refuse('name-not-latin');
  const texts = [...Object.values(name), facts.issuer, facts.certificateId];
  if (texts.some((text) => text.length > 80)) return refuse('text-too-long');
  const entry = {
    tg: codes.disease,
    vp: codes.prophylaxis,
    mp: codes.product,
    ma: codes.manufacturer,
    ...doseNumbers(facts.ordinal, facts.seriesDoses),
    dt: facts.givenOn,
    co: facts.country,
    is: facts.issuer,
    ci: facts.certificateId,
  };
  return accept({ ver: '1.3.0', nam: name, dob: facts.birthDate, v: [entry] });
}

/**
 * Dose number and doses of the series. A booster raises both (3/3) unless the series had one dose: 2/1, since 2/2
 * would read as the end of a series of two.
 */
export function doseNumbers(ordinal: number, seriesDoses: number): { dn: number; sd: number } {
  const sd = seriesDoses === 1 ? 1 : Math.max(ordinal, seriesDoses);
  return { dn: ordinal, sd };
}

function nameOf(givenName: string, familyName: string): Record<string, string> | undefined {
  const part = (key: 'fn' | 'gn', text: string): Record<string, string> => {
    const written = text.trim().normalize('NFC');
    const machine = machineName(written);
    return { ...(written ? { [key]: written } : {}), ...(machine ? { [`${key}t`]: machine } : {}) };
  };
  const name = { ...part('fn', familyName), ...part('gn', givenName) };
  return 'fnt' in name || 'gnt' in name ? name : undefined;
}
