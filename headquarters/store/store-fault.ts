/** Why headquarters' database cannot be used. Each has one sentence that says what to do. */
export type StoreFaultCode =
  | 'no-postgres'
  | 'cluster-not-made'
  | 'postgres-not-started'
  | 'database-unreachable'
  | 'roles-not-made'
  | 'role-too-mighty'
  | 'store-newer'
  | 'store-missing'
  | 'directory-unsafe'
  | 'key-missing'
  | 'key-wrong';

export class StoreFault extends Error {
  readonly code: StoreFaultCode;

  constructor(code: StoreFaultCode) {
    super(code);
    this.name = 'StoreFault';
    this.code = code;
  }
}

const sentences: Readonly<Record<StoreFaultCode, string>> = {
  'no-postgres':
    'There is no PostgreSQL for this computer in the packages. Please give the address of one: DATABASE_URL=postgres://...',
  'cluster-not-made':
    'PostgreSQL could not lay out its files. Please check that the folder can be written and is not full.',
  'postgres-not-started':
    'PostgreSQL did not start within 30 seconds. Please check that no other headquarters runs in this folder.',
  'database-unreachable':
    'The database under DATABASE_URL does not answer. Please check the address and that it runs.',
  'roles-not-made':
    'The role in DATABASE_URL may not create the roles that headquarters works with. Please give it CREATEROLE.',
  'role-too-mighty':
    'The role that headquarters works with may read past the borders between centres (it owns tables, is a superuser or has BYPASSRLS). Please take that from it.',
  'store-newer':
    'This database was used by a newer version. Please update headquarters; nothing was changed.',
  'store-missing':
    'The folder of headquarters has its key, but not its database (postgres/cluster). Nothing was begun anew. Please put the database back, or give the address of the one that belongs to the key: DATABASE_URL=postgres://...',
  'directory-unsafe':
    'The folder of headquarters is not safe: it belongs to another user, others may write to it, or headquarters.key or something of PostgreSQL in it is a link. Nothing was opened. Please check whether somebody put something there, and give the folder to this user alone: chmod 700.',
  'key-missing':
    'The file headquarters.key is missing or damaged, but the database is in use. Please put the file back; nothing was changed.',
  'key-wrong':
    'The file headquarters.key does not belong to this database. Please put the right file back from the copy that is kept apart, and find out who exchanged it; nothing was changed.',
};

export function sentenceOf(code: StoreFaultCode): string {
  return sentences[code];
}

/** PostgreSQL went away, is starting or has no place for us: the same request may succeed in a moment. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code && (awayCodes.has(code) || code.startsWith('08'))) return true;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  return awayWords.test(error.message) || wasBeaten(error);
}

/** PostgreSQL ended one of two transactions that stood in each other's way: the same one may go through at once. */
export function wasBeaten(error: unknown): boolean {
  return error instanceof Error && beatenCodes.has(codeOf(error) ?? '');
}

/** Text that PostgreSQL can hold nowhere, such as a zero byte: whoever sent it sent no text. */
export function isNoText(error: unknown): boolean {
  return error instanceof Error && ['22021', '22P05'].includes(codeOf(error) ?? '');
}

function codeOf(error: Error): string | undefined {
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

const beatenCodes = new Set([
  '40001', // serialization
  '40P01', // deadlock
]);

/** What the driver says without a code; the last where headquarters is closing. */
const awayWords =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end/;

const awayCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01', // ended by an administrator
  '57P02',
  '57P03', // starting or stopping
  '53300', // too many connections
  '55P03', // others hold a row for too long
  '57014', // a statement took too long
]);
