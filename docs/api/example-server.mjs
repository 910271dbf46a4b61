// The server of an existing page: takes its form, asks headquarters for the pass and leads on to it.
// HEADQUARTERS (an address), CLIENT_ID and CLIENT_SECRET come from the environment.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

const { HEADQUARTERS, CLIENT_ID, CLIENT_SECRET, PORT = '0' } = process.env;
const page = readFileSync(new URL('example-form.html', import.meta.url), 'utf8');

async function askToken() {
  const answer = await fetch(`${HEADQUARTERS}/oauth/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${CLIENT_ID}:${CLIENT_SECRET}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'passes' }),
  });
  if (!answer.ok) throw new Error(`no token: ${answer.status}`);
  return (await answer.json()).access_token;
}

async function makePass(form) {
  const [givenName, familyName, birthDate] = ['givenName', 'familyName', 'birthDate'].map((name) =>
    form.get(name),
  );
  return fetch(`${HEADQUARTERS}/api/v1/passes`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await askToken()}`,
      'content-type': 'application/json',
      'idempotency-key': form.get('key') ?? '',
    },
    body: JSON.stringify({
      person: { givenName, familyName, birthDate, language: 'de' },
      consent: form.get('consent') === 'yes',
    }),
  });
}

async function answerRequest(request, response) {
  if (request.method !== 'POST')
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(page.replace('{{key}}', randomUUID()));
  const made = await makePass(new URLSearchParams(await text(request)));
  if (!made.ok)
    return response
      .writeHead(422, { 'content-type': 'text/plain; charset=utf-8' })
      .end('Bitte prüfen Sie Ihre Angaben.');
  return response.writeHead(303, { location: (await made.json()).links.page }).end();
}

const server = createServer((request, response) => {
  answerRequest(request, response).catch(() => response.writeHead(502).end());
});
server.listen(Number(PORT), '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
