import type { Name } from '@peculiar/x509';

/** The extension that Apple puts into every pass type certificate; its value repeats the pass type id. */
export const applePassExtension = '1.2.840.113635.100.6.1.16';

/** The organisation in every certificate of a trial authority: how a live centre knows one. */
export const trialOrganisation = 'Impfpass Station Trial';

export interface NameParts {
  readonly userId?: string;
  readonly commonName?: string;
  readonly unit?: string;
  readonly organisation?: string;
}

/** The parts of a certificate's subject or issuer that Apple gives a meaning. */
export function distinguishedName(name: Name): NameParts {
  const [userId] = name.getField('0.9.2342.19200300.100.1.1');
  const [commonName] = name.getField('CN');
  const [unit] = name.getField('OU');
  const [organisation] = name.getField('O');
  return { userId, commonName, unit, organisation };
}
