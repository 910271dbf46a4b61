import type { IncomingMessage, ServerResponse } from 'node:http';

/** Windows that show a page of the trial and ask again whenever something changed (server-sent events). */
export interface Watchers {
  take(request: IncomingMessage, response: ServerResponse): void;
  changed(): void;
}

export function createWatchers(): Watchers {
  const watching = new Set<ServerResponse>();
  return {
    take(request, response) {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(': open\n\n');
      watching.add(response);
      request.on('close', () => watching.delete(response));
    },
    changed() {
      for (const response of watching) response.write('data: changed\n\n');
    },
  };
}

export function sendText(response: ServerResponse, type: string, text: string): void {
  response.setHeader('content-type', `${type}; charset=utf-8`);
  response.end(text);
}

/** For pages of this machine that run their own script and nobody else's. */
export const trialPolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export function guardPage(response: ServerResponse): void {
  response.setHeader('content-security-policy', trialPolicy);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', 'no-store');
}
