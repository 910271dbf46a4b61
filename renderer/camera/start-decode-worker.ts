import workerUrl from './decode-worker.ts?worker&url';

/** Chromium's typed names for scripts (Trusted Types), which the DOM library does not know yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): URL };
}

/** The only name that the page's content policy allows; it passes the one script below and no other. */
const POLICY = 'station-decode-worker';

let url: URL | string | undefined;

/** Starts the worker that decodes camera pictures, from our own files. */
export function startDecodeWorker(): Worker {
  url ??= trustedUrl();
  return new Worker(url, { type: 'module', name: 'decode' });
}

function trustedUrl(): URL | string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes) return workerUrl;
  return trustedTypes.createPolicy(POLICY, { createScriptURL: () => workerUrl }).createScriptURL(workerUrl);
}
