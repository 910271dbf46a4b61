import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';

const ANSWER_WITHIN_MS = 1_000;

/**
 * Takes a directory for this start, or answers with the facts of the one that has it. Whoever has it answers at a port
 * of loopback with a secret of the file: a start that was killed answers no more, whatever else took its port.
 */
export async function takeDirectory(dir, facts) {
  const file = path.join(dir, 'start.json');
  const before = readFacts(file);
  if (before && (await answers(before))) return { running: before };
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const secret = randomBytes(16).toString('hex');
  const server = createServer((socket) => socket.on('error', () => {}).end(secret));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  let told = { ...facts, port: server.address().port, secret };
  const tell = (more) => {
    told = { ...told, ...more };
    writeFileSync(`${file}.new`, JSON.stringify(told), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  };
  tell({});
  return {
    tell,
    release() {
      server.close();
      rmSync(file, { force: true });
    },
  };
}

function readFacts(file) {
  try {
    const facts = JSON.parse(readFileSync(file, 'utf8'));
    return Number.isInteger(facts.port) && typeof facts.secret === 'string' ? facts : undefined;
  } catch {
    return undefined;
  }
}

function answers({ port, secret }) {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1');
    const end = () => {
      socket.destroy();
      resolve(text === secret);
    };
    socket.setEncoding('utf8').setTimeout(ANSWER_WITHIN_MS, end);
    socket.on('data', (part) => {
      text += part;
      if (text.length > secret.length) end();
    });
    socket.on('end', end).on('error', end);
  });
}
