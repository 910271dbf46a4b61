import type { SchemaError } from './pass-schema.ts';

/** What is wrong at one place of a pass.json; `path` as a developer would write it: `generic.backFields[2].value`. */
export type SchemaFault =
  | { readonly code: 'field-missing'; readonly path: string }
  | { readonly code: 'type-wrong'; readonly path: string; readonly expected: string }
  | { readonly code: 'date-invalid'; readonly path: string; readonly value: string }
  | { readonly code: 'colour-invalid'; readonly path: string; readonly value: string }
  | { readonly code: 'url-invalid'; readonly path: string; readonly value: string }
  | { readonly code: 'pass-type-id-invalid'; readonly path: string; readonly value: string }
  | { readonly code: 'change-message-without-value'; readonly path: string; readonly value: string }
  | { readonly code: 'barcode-format-unknown'; readonly path: string; readonly value: string }
  | { readonly code: 'value-unknown'; readonly path: string; readonly value: string }
  | { readonly code: 'format-version-wrong'; readonly path: string }
  | { readonly code: 'too-many'; readonly path: string; readonly limit: number }
  | { readonly code: 'too-short'; readonly path: string; readonly limit: number }
  | { readonly code: 'out-of-range'; readonly path: string; readonly value: string };

/** The schema's finding in the words of this product. */
export function schemaFault(error: SchemaError): SchemaFault {
  const path = readablePath(error.instancePath);
  const value = shortValue(error.data);
  switch (error.keyword) {
    case 'required':
      return { code: 'field-missing', path: joined(path, String(error.params.missingProperty)) };
    case 'dependencies':
      return { code: 'field-missing', path: joined(path, String(error.params.missingProperty)) };
    case 'type':
      return { code: 'type-wrong', path, expected: String(error.params.type) };
    case 'const':
      return { code: 'format-version-wrong', path };
    case 'format':
      return { code: codeOfFormat[String(error.params.format)] ?? 'value-unknown', path, value };
    case 'maxItems':
      return { code: 'too-many', path, limit: Number(error.params.limit) };
    case 'minLength':
    case 'minProperties':
      return { code: 'too-short', path, limit: Number(error.params.limit) };
    default:
      return { code: 'out-of-range', path, value };
  }
}

type FormatCode = Extract<SchemaFault, { path: string; value: string }>['code'];

const codeOfFormat: Record<string, FormatCode> = {
  date: 'date-invalid',
  colour: 'colour-invalid',
  url: 'url-invalid',
  'pass-type-id': 'pass-type-id-invalid',
  'change-message': 'change-message-without-value',
  barcode: 'barcode-format-unknown',
};

function readablePath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : joined(path, part)), '');
}

function joined(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** Enough of a value to find it: a pass is personal, and its values do not belong into logs. */
function shortValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
