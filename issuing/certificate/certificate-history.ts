import { z } from 'zod';
import { vaccineCodes } from '../../domain/certificates/vaccine-codes.ts';
import { type PlainDate, parsePlainDate } from '../../domain/kernel/plain-date.ts';
import { products } from '../../domain/products/catalogue.ts';
import type { VerifiedCertificate } from './certificate-kind.ts';
import { validateDcc } from './hcert/dcc-schema.ts';

/** What a verified certificate says about doses given elsewhere. */
export interface CertificateHistory {
  readonly givenName: string;
  readonly familyName: string;
  /** As the certificate has it: a year or a month may be all. */
  readonly birthDate: string;
  /** In the order of the certificate. Tests and recoveries leave it empty. */
  readonly doses: readonly CertifiedDose[];
}

export interface CertifiedDose {
  /** SNOMED CT code of the disease; absent where the certificate names only the vaccine. */
  readonly disease?: string;
  readonly product: string;
  readonly givenOn: PlainDate;
  /** How many doses the person had with this one, where the certificate counts. */
  readonly ordinal?: number;
}

/** Undefined for a kind or a content that tells nothing of a person. */
export function historyOf({ kind, content }: VerifiedCertificate): CertificateHistory | undefined {
  return kind === 'hcert' ? historyOfDcc(content) : historyOfBundle(content);
}

function historyOfDcc(content: unknown): CertificateHistory | undefined {
  const read = validateDcc(content);
  if (!read.ok) return undefined;
  const { nam, dob, v } = read.value;
  const doses = (v ?? []).flatMap(({ tg, mp, dt, dn }): CertifiedDose[] => {
    const givenOn = parsePlainDate(dt.slice(0, 10));
    const product = vaccineCodes.find((codes) => codes.product === mp)?.name ?? mp;
    return givenOn ? [{ disease: tg, product, givenOn, ordinal: dn }] : [];
  });
  return {
    givenName: written(nam.gn) ?? readable(nam.gnt),
    familyName: written(nam.fn) ?? readable(nam.fnt),
    // Some issuers write 00 for a month or a day that nobody knows.
    birthDate: dob.slice(0, 10).replace(/(?:-00)+$/, ''),
    doses,
  };
}

const patient = z.looseObject({
  resourceType: z.literal('Patient'),
  name: z
    .array(z.looseObject({ family: z.string().optional(), given: z.array(z.string()).default([]) }))
    .min(1),
  birthDate: z.string().default(''),
});
const immunization = z.looseObject({
  resourceType: z.literal('Immunization'),
  status: z.literal('completed'),
  vaccineCode: z.looseObject({
    coding: z.array(z.looseObject({ code: z.string().optional() })).default([]),
  }),
  occurrenceDateTime: z.string(),
});
const bundle = z.looseObject({ entry: z.array(z.looseObject({ resource: z.unknown() })) });

function historyOfBundle(content: unknown): CertificateHistory | undefined {
  const resources = bundle.safeParse(content).data?.entry.map(({ resource }) => resource) ?? [];
  const person = resources.map((resource) => patient.safeParse(resource).data).find((read) => read);
  const name = person?.name[0];
  if (!person || !name) return undefined;
  const doses = resources.flatMap((resource): CertifiedDose[] => {
    const read = immunization.safeParse(resource).data;
    const givenOn = read && parsePlainDate(read.occurrenceDateTime.slice(0, 10));
    if (!read || !givenOn) return [];
    const codes = read.vaccineCode.coding.flatMap(({ code }) => code ?? []);
    const known = vaccineCodes.find(({ cvx, prophylaxis }) =>
      codes.some((code) => code === cvx || code === prophylaxis),
    );
    if (known) return [{ disease: known.disease, product: known.name, givenOn }];
    const other = products.find(({ cvxCode }) => codes.includes(cvxCode));
    return [{ disease: other?.diseaseCodes[0], product: other?.name ?? codes[0] ?? '', givenOn }];
  });
  return {
    givenName: name.given.join(' '),
    familyName: name.family ?? '',
    birthDate: person.birthDate,
    doses: doses.toSorted((one, other) => (one.givenOn < other.givenOn ? -1 : 1)),
  };
}

/** Some issuers fill in only the machine-readable line and leave this one empty or blank. */
function written(name: string | null | undefined): string | undefined {
  return name?.trim() ? name : undefined;
}

/** `MUELLER<GROSS` of the machine-readable line. */
function readable(machineName: string | null | undefined): string {
  return (machineName ?? '').replace(/<+/g, ' ').trim();
}
