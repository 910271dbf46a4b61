import type { OpenFaultCode } from '../../contracts/ipc/protocol.ts';

/** What passes by itself, or by somebody's doing outside: opening is tried again until it has. */
export const passingFaults: ReadonlySet<OpenFaultCode> = new Set<OpenFaultCode>([
  'station-running',
  'store-locked',
  'disk-full',
  'disk-silent',
  'directory-unusable',
  'directory-unsafe',
]);

/** The store cannot do what was asked, for a reason that the desk can be told. Nothing was changed. */
export class StoreFault extends Error {
  readonly code: OpenFaultCode;

  constructor(code: OpenFaultCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}

/** The fault behind an error of SQLite or of the file system, if it is one that a person can act on. */
export function storeFaultOf(error: unknown): StoreFault | undefined {
  if (error instanceof StoreFault) return error;
  const code = (error as { code?: unknown } | undefined)?.code;
  if (typeof code !== 'string') return undefined;
  const fault = faultCodes.find(([pattern]) => pattern.test(code))?.[1];
  return fault && new StoreFault(fault, error);
}

const faultCodes: readonly [RegExp, OpenFaultCode][] = [
  [/^SQLITE_(BUSY|LOCKED)/, 'store-locked'],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, 'disk-full'],
  [/^SQLITE_(CORRUPT|NOTADB|IOERR_(DATA|CORRUPTFS))/, 'store-damaged'],
  [/^(SQLITE_IOERR|EIO$)/, 'disk-silent'],
  [/^(SQLITE_CANTOPEN|SQLITE_READONLY|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/, 'directory-unusable'],
];
