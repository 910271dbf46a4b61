import { isWalletId } from '../wallet-ids.ts';

/** The fields of a class or object that Google would refuse, by name. */
export function faultyFields(kind: 'class' | 'object', body: Record<string, unknown>): string[] {
  const faults: string[] = [];
  const issuerId = issuerOf(body.id);
  if (issuerId === undefined) faults.push('id');
  if (kind === 'class') {
    if (!isOneOf(body.viewUnlockRequirement, unlockRequirements)) faults.push('viewUnlockRequirement');
    if (!isOneOf(body.multipleDevicesAndHoldersAllowedStatus, holders))
      faults.push('multipleDevicesAndHoldersAllowedStatus');
    return faults;
  }
  if (issuerId === undefined || !isId(body.classId, issuerId)) faults.push('classId');
  for (const name of ['cardTitle', 'header']) if (!isLocalized(body[name])) faults.push(name);
  if (body.subheader !== undefined && !isLocalized(body.subheader)) faults.push('subheader');
  if (!isOneOf(body.state, states)) faults.push('state');
  if (!isColour(body.hexBackgroundColor)) faults.push('hexBackgroundColor');
  if (!isBarcode(body.barcode)) faults.push('barcode');
  if (!areModules(body.textModulesData)) faults.push('textModulesData');
  return faults;
}

/** The issuer in front of an id, if the id is one. */
export function issuerOf(id: unknown): string | undefined {
  const issuerId = typeof id === 'string' ? /^(\d+)\./.exec(id)?.[1] : undefined;
  return issuerId !== undefined && isId(id, issuerId) ? issuerId : undefined;
}

const states = ['STATE_UNSPECIFIED', 'ACTIVE', 'COMPLETED', 'EXPIRED', 'INACTIVE'];
const unlockRequirements = [
  'VIEW_UNLOCK_REQUIREMENT_UNSPECIFIED',
  'UNLOCK_NOT_REQUIRED',
  'UNLOCK_REQUIRED_TO_VIEW',
];
const holders = ['STATUS_UNSPECIFIED', 'MULTIPLE_HOLDERS', 'ONE_USER_ALL_DEVICES', 'ONE_USER_ONE_DEVICE'];
const mostModules = 10;

function isId(id: unknown, issuerId: string): boolean {
  return typeof id === 'string' && isWalletId(id, issuerId);
}

function isOneOf(value: unknown, allowed: readonly string[]): boolean {
  return value === undefined || (typeof value === 'string' && allowed.includes(value));
}

function isColour(value: unknown): boolean {
  return value === undefined || (typeof value === 'string' && /^#[0-9A-Fa-f]{6}$/.test(value));
}

function isTranslated(value: unknown): boolean {
  const { language, value: words } = (value ?? {}) as Record<string, unknown>;
  return typeof language === 'string' && language !== '' && typeof words === 'string' && words !== '';
}

function isLocalized(value: unknown): boolean {
  const { defaultValue, translatedValues = [] } = (value ?? {}) as Record<string, unknown>;
  return (
    isTranslated(defaultValue) && Array.isArray(translatedValues) && translatedValues.every(isTranslated)
  );
}

function isBarcode(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const { type, value: text } = value as Record<string, unknown>;
  return barcodeTypes.includes(String(type)) && typeof text === 'string' && text !== '';
}

/** What Google draws, as documented; text alone and shop codes are left out. */
const barcodeTypes = ['QR_CODE', 'AZTEC', 'PDF_417', 'CODE_128', 'DATA_MATRIX'];

function areModules(value: unknown): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length > mostModules) return false;
  const ids = new Set(value.map((module) => (module as { id?: unknown }).id));
  return (
    ids.size === value.length &&
    value.every(
      ({ localizedHeader, localizedBody }) => isLocalized(localizedHeader) && isLocalized(localizedBody),
    )
  );
}
