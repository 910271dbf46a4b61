import { expect } from 'vitest';

/**
 * Books as a citizen does: from page to page, by the links that stand there, and again where headquarters says when to
 * try again. Answers the private page.
 */
export async function bookOnPage(
  bookingPage: string,
  familyName: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const linksIn = (page: string) =>
    [...page.matchAll(/<li><a [^>]*href="([^"]+)"/g)]
      .map(([, link = '']) => link.replaceAll('&amp;', '&'))
      .filter((link) => link.includes('slot='));
  const page = async (address: string) => (await ask(new URL(address, bookingPage).href, { headers })).text();
  const [first = ''] = linksIn(await page(bookingPage));
  const [second = ''] = linksIn(await page(first));
  const slots = new URL(second, bookingPage).searchParams.getAll('slot');
  const answer = await ask(bookingPage, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams([
      ...slots.map((id): [string, string] => ['slot', id]),
      ['givenName', 'Erika'],
      ['familyName', familyName],
      ['birthDate', '1964-08-12'],
      ['consent', 'yes'],
    ]),
  });
  expect(answer.status).toBe(303);
  return String(answer.headers.get('location'));
}

async function ask(url: string, request: RequestInit): Promise<Response> {
  for (;;) {
    const answer = await fetch(url, request);
    if (answer.status !== 503) return answer;
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** Looks until there is something. @throws when it never came */
export async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 600; tries += 1) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never came: ${what}`);
}
