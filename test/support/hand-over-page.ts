import { request } from 'node:http';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { makeHandOverLink } from '../../main/commands/handover/make-hand-over-link.ts';
import { aPerson, expectPerson, must, openTestStation, type TestStation } from './test-station.ts';

export const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1';
export const android =
  'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36';
export const desktop =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36';

export interface Page {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Buffer;
  readonly text: string;
}

/** Fetches a page as a browser does, without following where it leads. */
export function fetchPage(
  url: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Page>((resolve, reject) => {
    request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const body = Buffer.concat(chunks);
        const { date: _, ...rest } = response.headers;
        resolve({ status: response.statusCode ?? 0, headers: rest, body, text: body.toString('utf8') });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** A centre whose page for phones is on. */
export async function openHandOver(): Promise<TestStation> {
  const opened = await openTestStation();
  await opened.station.handOverServer.apply();
  return opened;
}

export async function closeHandOver(opened: TestStation): Promise<void> {
  await opened.station.handOverServer.close();
  opened.close();
}

/** Somebody with a date in an hour, and a link by which they fetch their pass. */
export function someoneWithLink({ station }: TestStation): { personId: PersonId; url: string } {
  const details = aPerson({ givenName: 'Kanarienvogel', familyName: 'Canarywharf' });
  const personId = expectPerson(station, details, addMinutes(station.now(), 60));
  const { url } = must(makeHandOverLink(station, 'staff:test', { personId, place: 'centre' }));
  return { personId, url };
}
