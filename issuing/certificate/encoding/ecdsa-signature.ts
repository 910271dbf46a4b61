/**
 * ECDSA signatures are r and s side by side in COSE and JOSE, and DER in OpenSSL. Converted by hand: asking
 * node:crypto for `ieee-p1363` costs more than half a signature.
 */
export function derOfRawSignature(raw: Uint8Array): Uint8Array | undefined {
  if (raw.length === 0 || raw.length % 2 !== 0 || raw.length > 132) return undefined;
  const half = raw.length / 2;
  const r = derInteger(raw.subarray(0, half));
  const s = derInteger(raw.subarray(half));
  const length = r.length + s.length;
  return Buffer.concat([Uint8Array.of(0x30, ...(length < 0x80 ? [length] : [0x81, length])), r, s]);
}

/** r and s of 32 bytes each from a P-256 signature as OpenSSL makes it. */
export function rawOfDerSignature(der: Uint8Array): Uint8Array {
  const raw = new Uint8Array(64);
  const rLength = der[3] ?? 0;
  const r = der.subarray(4, 4 + rLength);
  const s = der.subarray(6 + rLength, 6 + rLength + (der[5 + rLength] ?? 0));
  putRight(raw, r, 32);
  putRight(raw, s, 64);
  return raw;
}

function derInteger(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  const pad = (digits[0] ?? 0) & 0x80 ? [0] : [];
  return Buffer.concat([Uint8Array.of(0x02, digits.length + pad.length, ...pad), digits]);
}

function putRight(target: Uint8Array, integer: Uint8Array, end: number): void {
  const digits = integer.length > 32 ? integer.subarray(integer.length - 32) : integer;
  target.set(digits, end - digits.length);
}
