#!/usr/bin/env node
// node verify-log.mjs FILE [--key HEX] [--head FILE] [--json]: checks an exported log (docs/log-file.md) with nothing
// of the product. Exit code 0: it holds; 1: the first bad record is named; 2: called wrongly, or no such file.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';

const MOST_LINE_BYTES = 16 * 1024 * 1024;
const MOST_CHAINS = 10_000;
const MOST_DEPTH = 3;
const CHUNK_BYTES = 1024 * 1024;
const chainStart = '0'.repeat(64);

const event = [
  ...['id', 'type', 'version', 'stream', 'station', 'epoch', 'seq', 'hlc', 'occurredAt', 'recordedAt'],
  ...['actor', 'data', 'prevHash', 'hash'],
];
/** What each kind of line says, in this order. */
const fields = {
  start: ['record', 'format', 'version', 'station', 'centre', 'exportedAt', 'keys'],
  event: ['record', ...event],
  head: ['record', 'station', 'epoch', 'seq', 'hash', 'signedAt', 'signature'],
  gap: ['record', 'station', 'epoch', 'from', 'to'],
  end: ['record', 'records', 'chains', 'digest', 'signedAt', 'signature'],
};
const numbers = ['epoch', 'seq', 'from', 'to', 'records'];

/** What is wrong with the line that is being read, in words. */
class BadRecord extends Error {}
/** The same of a line that is no whole line: the one after those that were read. */
class BadLine extends BadRecord {}

/**
 * Reads the file once, in constant memory, and stops at the first bad record.
 * @param {string} file
 * @param {{ key?: string, heads?: { station: string, epoch: number, seq: number, hash: string }[] }} expected the
 *   station's key as it was noted apart from the file (hex), and how far chains were seen to come
 */
export function verifyLog(file, { key, heads = [] } = {}) {
  const state = {
    line: 0,
    digest: createHash('sha256'),
    chains: [],
    chain: undefined,
    gap: undefined,
    heads: 0,
    unproven: 0,
    isOver: false,
    start: undefined,
    key,
    expected: new Map(heads.map((head) => [placeOf(head), { ...head, isSeen: false }])),
  };
  try {
    for (const line of linesOf(file)) {
      state.line += 1;
      takeLine(state, line);
    }
    if (!state.start) throw new BadRecord('the file is empty');
    if (!state.isOver)
      throw new BadRecord('the file is cut off: the signed end that closes every export is missing');
    checkSeen(state);
  } catch (error) {
    if (error.syscall) throw error; // the file system's word, not the file's
    const fault =
      error instanceof BadRecord ? error.message : 'the record says something that no record can say';
    return { ok: false, line: state.line + (error instanceof BadLine ? 1 : 0), fault };
  }
  const { station, keys } = state.start;
  return {
    ok: true,
    records: state.line,
    heads: state.heads,
    unprovenHeads: state.unproven,
    key: keys.find((each) => each.station === station).key,
    chains: state.chains.map(({ hash, ...chain }) => chain),
  };
}

function takeLine(state, bytes) {
  const record = readRecord(bytes);
  if (state.isOver) throw new BadRecord('something stands behind the signed end');
  if ((record.record === 'start') !== (state.line === 1))
    throw new BadRecord(state.line === 1 ? 'the file does not begin as a log file' : 'the file begins twice');
  const take = { start: takeStart, event: takeEvent, head: takeHead, gap: takeGap, end: takeEnd };
  take[record.record](state, record);
  state.digest.update(bytes).update('\n');
}

function readRecord(bytes) {
  if (isDeep(bytes)) throw new BadRecord('the line nests deeper than any record');
  let record;
  try {
    record = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new BadRecord('the line is no record: it was changed or cut');
  }
  const names = Object.hasOwn(fields, record?.record ?? '') ? fields[record.record] : undefined;
  const hasAll = names && Object.keys(record).join() === names.join();
  if (!hasAll || !bytes.equals(Buffer.from(JSON.stringify(record))))
    throw new BadRecord('the line is not written as the format has it: it was changed');
  if (numbers.some((name) => name in record && !(Number.isSafeInteger(record[name]) && record[name] >= 0)))
    throw new BadRecord('a number of the record is none');
  return record;
}

/** Told before anything is made of it: millions of brackets fill the memory. */
function isDeep(bytes) {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < bytes.length && depth <= MOST_DEPTH; at += 1) {
    const byte = bytes[at];
    if (byte === 0x5c) at += 1;
    else if (byte === 0x22) isText = !isText;
    else if (!isText && (byte === 0x7b || byte === 0x5b)) depth += 1;
    else if (!isText && (byte === 0x7d || byte === 0x5d)) depth -= 1;
  }
  return depth > MOST_DEPTH;
}

function takeStart(state, record) {
  if (record.format !== 'impfpass-log' || record.version !== 1)
    throw new BadRecord('this is another format, or a newer version of it');
  if (record.keys.length > MOST_CHAINS) throw new BadRecord('the file has more keys than any centre');
  state.keys = new Map();
  for (const { station, key } of record.keys) if (key !== null) state.keys.set(station, publicKeyOf(key));
  if (!state.keys.has(record.station)) throw new BadRecord('the key of the station is missing');
  const own = record.keys.find(({ station }) => station === record.station);
  if (state.key !== undefined && own.key !== state.key.toLowerCase())
    throw new BadRecord('the file is signed with another key than the one that was noted');
  state.start = record;
}

function takeEvent(state, record) {
  const chain = chainOf(state, record);
  const from = state.gap ? state.gap.to + 1 : chain.seq + 1;
  if (record.seq !== from) throw new BadRecord(outOfOrder(record.seq, from));
  if (!state.gap && record.prevHash !== chain.hash)
    throw new BadRecord(`event ${record.seq} does not follow on the one before it`);
  if (hashOf(record) !== record.hash)
    throw new BadRecord(`event ${record.seq} was changed: its hash is another`);
  state.gap = undefined;
  Object.assign(chain, { seq: record.seq, hash: record.hash, events: chain.events + 1 });
  const head = state.expected.get(placeOf(record));
  if (!head) return;
  if (head.hash !== record.hash)
    throw new BadRecord(`event ${record.seq} is another than the one that was seen there`);
  head.isSeen = true;
}

function outOfOrder(seq, expected) {
  return seq < expected
    ? `event ${seq} stands twice or in the wrong place`
    : `event ${expected} is missing before event ${seq}`;
}

function takeHead(state, record) {
  const key = state.keys.get(record.station);
  const text = JSON.stringify([record.station, record.epoch, record.seq, record.hash, record.signedAt]);
  if (key && !isSigned(text, record.signature, key))
    throw new BadRecord(`the signature of the head at event ${record.seq} does not hold`);
  const chain = chainOf(state, record);
  if (chain.seq !== record.seq)
    throw new BadRecord(
      `a head is signed at event ${record.seq}, and the chain stands at event ${chain.seq}`,
    );
  if (chain.hash !== record.hash)
    throw new BadRecord(`event ${record.seq} is another than the one that was signed`);
  state.heads += 1;
  if (key) chain.signed = record.seq;
  else state.unproven += 1;
}

/** Of another station's chain only parts may be at a station; of its own it has everything. */
function takeGap(state, record) {
  const chain = chainOf(state, record);
  if (record.station === state.start.station)
    throw new BadRecord(`events ${record.from} to ${record.to} of the station's own chain are missing`);
  if (state.gap || record.from !== chain.seq + 1 || record.to < record.from)
    throw new BadRecord('a gap is told that is none');
  state.gap = record;
}

function takeEnd(state, { records, chains, digest, signedAt, signature }) {
  if (state.gap) throw new BadRecord('a gap is told that is none');
  const own = state.start.station;
  const text = JSON.stringify(['impfpass-log', { records, chains, digest, signedAt }]);
  if (!isSigned(text, signature, state.keys.get(own)))
    throw new BadRecord('the signature of the end does not hold');
  if (records !== state.line - 1)
    throw new BadRecord(`the signed end counts ${records} records, and ${state.line - 1} are here`);
  const found = state.chains.map(({ signed, ...chain }) => chain);
  if (JSON.stringify(chains) !== JSON.stringify(found))
    throw new BadRecord('the signed end tells of other chains');
  if (digest !== state.digest.copy().digest('hex'))
    throw new BadRecord('a line was changed, moved or left out: the signed end was made over others');
  const last = state.chains.findLast(({ station }) => station === own);
  if (last && last.signed !== last.seq)
    throw new BadRecord('the last event of the station is not signed: every export signs it');
  state.isOver = true;
}

function checkSeen({ expected, chains }) {
  const missing = [...expected.values()].find(({ isSeen }) => !isSeen);
  if (!missing) return;
  const chain = chains.find(({ station, epoch }) => station === missing.station && epoch === missing.epoch);
  const where = chain ? `ends at event ${chain.seq}` : 'is not here';
  throw new BadRecord(`the chain was seen up to event ${missing.seq}, and ${where}`);
}

/** The chain of a record: the one before goes on, or the next begins; each stands once, in one piece. */
function chainOf(state, { station, epoch }) {
  const { chain } = state;
  if (chain?.station === station && chain.epoch === epoch) return chain;
  if (state.gap) throw new BadRecord('a gap is told that is none');
  if (chain && comparePlaces(chain, { station, epoch }) >= 0)
    throw new BadRecord(`the record stands among those of another chain`);
  if (state.chains.length >= MOST_CHAINS) throw new BadRecord('the file has more chains than any centre');
  state.chain = { station, epoch, events: 0, seq: 0, hash: chainStart, signed: 0 };
  state.chains.push(state.chain);
  return state.chain;
}

function comparePlaces(one, other) {
  return Buffer.compare(Buffer.from(one.station), Buffer.from(other.station)) || one.epoch - other.epoch;
}

function placeOf({ station, epoch, seq }) {
  return JSON.stringify([station, epoch, seq]);
}

function hashOf(record) {
  const { prevHash, hash, ...rest } = record;
  const columns = event.slice(0, -2).map((name) => rest[name]);
  return createHash('sha256')
    .update(JSON.stringify([prevHash, ...columns]))
    .digest('hex');
}

function isSigned(text, signature, key) {
  const bytes = Buffer.from(String(signature), 'base64url');
  return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes);
}

function publicKeyOf(hex) {
  try {
    const x = Buffer.from(hex, 'hex').toString('base64url');
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  } catch {
    throw new BadRecord('a key at the start of the file is none');
  }
}

function* linesOf(file) {
  const source = openSync(file, 'r');
  try {
    let rest = Buffer.alloc(0);
    const chunk = Buffer.alloc(CHUNK_BYTES);
    for (let read = readSync(source, chunk); read > 0; read = readSync(source, chunk)) {
      rest = Buffer.concat([rest, chunk.subarray(0, read)]);
      let from = 0;
      for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, from)) {
        yield rest.subarray(from, end);
        from = end + 1;
      }
      rest = rest.subarray(from);
      if (rest.length > MOST_LINE_BYTES) throw new BadLine('a line is longer than any record');
    }
    if (rest.length > 0) throw new BadLine('the last line is cut off');
  } finally {
    closeSync(source);
  }
}

/** How far chains were seen: a witness, a head that was noted, or an earlier export of the log by its last line. */
function headsIn(file) {
  let last = Buffer.alloc(0);
  for (const line of linesOf(file)) last = line;
  if (isDeep(last)) throw new BadRecord('the file of the head is none');
  const { chains, ...head } = JSON.parse(last);
  return chains ?? [head];
}

function main() {
  const options = { key: { type: 'string' }, head: { type: 'string' }, json: { type: 'boolean' } };
  let words;
  let heads;
  try {
    words = parseArgs({ options, allowPositionals: true });
    if (words.positionals.length !== 1) throw new Error('Which file?');
    heads = words.values.head === undefined ? [] : headsIn(words.values.head);
    closeSync(openSync(words.positionals[0], 'r'));
  } catch (error) {
    console.error(`${error.message}\nUsage: node verify-log.mjs FILE [--key HEX] [--head FILE] [--json]`);
    return 2;
  }
  const verdict = verifyLog(words.positionals[0], { key: words.values.key, heads });
  if (words.values.json) console.log(JSON.stringify(verdict));
  else say(verdict);
  return verdict.ok ? 0 : 1;
}

function say(verdict) {
  if (!verdict.ok) return console.log(`Line ${verdict.line}: ${verdict.fault}.`);
  console.log(`${verdict.records} records hold: every hash, link, number and signature.`);
  for (const { station, epoch, events, seq, signed } of verdict.chains)
    console.log(
      `Station ${station}, epoch ${epoch}: ${events} events up to ${seq}, signed by itself up to ${signed}.`,
    );
  if (verdict.unprovenHeads > 0)
    console.log(
      `${verdict.unprovenHeads} heads of other stations could not be checked: their key is not known.`,
    );
  console.log(
    `Signed with the key ${verdict.key}: compare it with the one that was noted apart from the file.`,
  );
}

if (import.meta.main ?? process.argv[1]?.endsWith('verify-log.mjs')) process.exitCode = main();
