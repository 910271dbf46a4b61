import { isUtf8 } from 'node:buffer';
import { readJson } from '../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { BarcodeContent } from '../../domain/passes/barcode.ts';
import { type PassKey, verifyPassBarcode } from '../barcode/pass-barcode.ts';
import type { PassFault } from './pass-fault.ts';
import type { AppleIdentity } from './pass-json.ts';
import { firstSchemaError } from './pass-schema.ts';
import { schemaFault } from './schema-fault.ts';

export interface PassJsonExpectations {
  readonly serialNumber?: string;
  /** With keys the barcode must carry a tag of one of them; a blank pass must have none. */
  readonly passKeys?: readonly PassKey[] | 'no-barcode';
}

export interface CheckedPassJson {
  readonly pass: Record<string, unknown>;
  readonly barcode?: BarcodeContent;
}

/** The first thing wrong with a pass.json under the certificate that signed it. */
export function passFault(
  file: Uint8Array | undefined,
  signer: AppleIdentity,
  expected: PassJsonExpectations,
): PassFault | undefined {
  const checked = checkPassJson(file, signer, expected);
  return checked.ok ? undefined : checked.refusal;
}

/** Reads and checks a pass.json: schema, whose it is, and the tag of its barcode. */
export function checkPassJson(
  file: Uint8Array | undefined,
  signer: AppleIdentity,
  expected: PassJsonExpectations,
): Result<CheckedPassJson, PassFault> {
  if (!file) return refuse({ code: 'file-missing', name: 'pass.json' });
  const pass = jsonObject(file);
  if (!pass) return refuse({ code: 'json-invalid', name: 'pass.json' });
  const error = firstSchemaError(pass);
  if (error) return refuse(schemaFault(error));
  const other = identityFault(pass, signer, expected.serialNumber);
  if (other) return refuse(other);
  if (!expected.passKeys) return accept({ pass });
  const [barcode] = (pass.barcodes ?? []) as { message: string }[];
  if (expected.passKeys === 'no-barcode')
    return barcode || pass.barcode ? refuse({ code: 'barcode-unexpected' }) : accept({ pass });
  if (!barcode) return refuse({ code: 'barcode-missing' });
  const content = verifyPassBarcode(expected.passKeys, barcode.message);
  return content.ok
    ? accept({ pass, barcode: content.value })
    : refuse({ code: 'barcode-wrong', fault: content.refusal });
}

/** The object that a file of a pass holds, if it is JSON in UTF-8. `read`: how strictly. */
export function jsonObject(file: Uint8Array, read = readJson): Record<string, unknown> | undefined {
  const text = textOf(file);
  const parsed = text === undefined ? undefined : read(text);
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)
    ? (parsed as Record<string, unknown>)
    : undefined;
}

/** What a file says in UTF-8. */
export function textOf(file: Uint8Array): string | undefined {
  if (!isUtf8(file)) return undefined;
  const bytes = Buffer.isBuffer(file) ? file : Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return bytes.toString();
}

function identityFault(
  pass: Record<string, unknown>,
  { passTypeId, teamId }: AppleIdentity,
  serialNumber: string | undefined,
): PassFault | undefined {
  if (pass.passTypeIdentifier !== passTypeId)
    return { code: 'pass-type-id-differs', certificate: passTypeId, pass: String(pass.passTypeIdentifier) };
  if (pass.teamIdentifier !== teamId)
    return { code: 'team-id-differs', certificate: teamId, pass: String(pass.teamIdentifier) };
  if (serialNumber !== undefined && pass.serialNumber !== serialNumber)
    return { code: 'serial-number-differs', pass: String(pass.serialNumber) };
  return undefined;
}
