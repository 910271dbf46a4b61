import { protocol } from 'electron';
import { staticFile } from '../static-files.ts';
import { isOurs, scheme } from './origin.ts';

/** Must run before the application is ready. */
export function registerAppProtocol(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true, stream: true },
    },
  ]);
}

export function serveAppProtocol(rendererDir: string): void {
  protocol.handle(scheme, async (request) => {
    const isAllowed = request.method === 'GET' && isOurs(request.url);
    const file = isAllowed ? await staticFile(rendererDir, new URL(request.url).pathname) : undefined;
    if (!file) return new Response('', { status: 404 });
    return new Response(new Uint8Array(file.body), { headers: file.headers });
  });
}
