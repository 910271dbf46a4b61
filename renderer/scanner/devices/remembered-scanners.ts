const STORED = 'station-scanners';

/** Which scanners this workstation uses, as far as the browser tells them apart: by maker and model. */
export interface RememberedScanner {
  readonly kind: 'hid' | 'serial';
  readonly vendorId: number;
  readonly productId: number;
}

export function rememberedScanners(): RememberedScanner[] {
  const stored = parsed(localStorage.getItem(STORED) ?? '');
  return Array.isArray(stored) ? stored.filter(isRemembered) : [];
}

export function rememberScanner(scanner: RememberedScanner): void {
  store([...rememberedScanners().filter((known) => !isSameModel(known, scanner)), scanner]);
}

export function forgetScanner(scanner: RememberedScanner): void {
  store(rememberedScanners().filter((known) => !isSameModel(known, scanner)));
}

export function isSameModel(one: RememberedScanner, other: RememberedScanner): boolean {
  return one.kind === other.kind && one.vendorId === other.vendorId && one.productId === other.productId;
}

function store(scanners: readonly RememberedScanner[]): void {
  const kept = scanners.map(({ kind, vendorId, productId }) => ({ kind, vendorId, productId }));
  localStorage.setItem(STORED, JSON.stringify(kept));
}

function isRemembered(value: unknown): value is RememberedScanner {
  const { kind, vendorId, productId } = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    (kind === 'hid' || kind === 'serial') && typeof vendorId === 'number' && typeof productId === 'number'
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
