import type { Name } from '@peculiar/x509';

/** The extension that Apple puts into every pass type certificate; its value repeats the pass type id. */
export const applePassExtension = '1.2.840.113635.100.6.1.16';

/** The organisation in every certificate of a trial authority: how a live centre knows one. */
export const trialOrganisation = 'Impfpass Station Trial';

/** Apple's Worldwide Developer Relations intermediates by SHA-256, as Apple publishes them, with their generation. */
export const appleIntermediates: Readonly<Record<string, string>> = {
  CE057691D730F89CA25E916F7335F4C8A15713DCD273A658C024023F8EB809C2: 'G1',
  '9ED4B3B88C6A339CF1387895BDA9CA6EA31A6B5CE9EDF7511845923B0C8AC94C': 'G2',
  DCF21878C77F4198E4B4614F03D696D89C66C66008D4244E1B99161AAC91601F: 'G3',
  EA4757885538DD8CB59FF4556F676087D83C85E70902C122E42C0808B5BCE14C: 'G4',
  '53FD008278E5A595FE1E908AE9C5E5675F26243264A5A6438C023E3CE2870760': 'G5',
  BDD4ED6E74691F0C2BFD01BE0296197AF1379E0418E2D300EFA9C3BEF642CA30: 'G6',
};

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
