/**
 * The Content-Security-Policy of our only page, in both shells. Nothing is loaded but our own files; WASM is
 * for the barcode decoder and its worker (the only name that Trusted Types let through), `blob:` images for previews that the page itself made.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob: mediastream:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types station-decode-worker',
].join('; ');
