import { sign } from 'node:crypto';
import { makeKeyPair } from '../../../ledger/raw-keys.ts';
import { eventOn, lineOf, rehashFrom, withEndRewritten } from './forge.ts';

type Random = (below: number) => number;
/** Changes a log file as somebody may who holds the file, and not the key of the station. */
export type Attack = (lines: readonly string[], random: Random) => string[];

const edits: readonly ((event: NonNullable<ReturnType<typeof eventOn>>) => object)[] = [
  ({ data }) => ({ data: data.replace(/"lot":"[^"]*"|"personId":"."|\}$/, '"lot":"X"}') }),
  () => ({ actor: 'somebody-else' }),
  () => ({ occurredAt: '2020-01-01T00:00:00.000Z' }),
  () => ({ stream: 'another-person' }),
  ({ type }) => ({ type: `${type}X` }),
  ({ seq }) => ({ seq: seq + 1 }),
  ({ epoch }) => ({ epoch: epoch + 1 }),
  ({ hlc }) => ({ hlc: `${hlc}0` }),
];

/** One event of the file with one field changed. */
function withEdit(lines: readonly string[], random: Random): { changed: string[]; at: number } {
  const at = pick(placesOf(lines, 'event'), random);
  const event = eventOn(lines[at] ?? '');
  const edit = edits[random(edits.length)];
  if (!event || !edit) throw new Error('no event to change');
  return { changed: lines.with(at, lineOf({ ...event, ...edit(event) })), at };
}

export const attacks: Readonly<Record<string, Attack>> = {
  'one character': (lines, random) => {
    const at = random(lines.length);
    const line = lines[at] ?? '';
    const place = random(line.length);
    const letter = line[place] === '7' ? '8' : '7';
    return lines.with(at, line.slice(0, place) + letter + line.slice(place + 1));
  },
  'one field': (lines, random) => withEdit(lines, random).changed,
  'one field, the tail hashed anew': (lines, random) => {
    const { changed, at } = withEdit(lines, random);
    return rehashFrom(changed, at);
  },
  'one field, tail and end written anew': (lines, random) => {
    const { changed, at } = withEdit(lines, random);
    return withEndRewritten(rehashFrom(changed, at));
  },
  'a record left out': (lines, random) => lines.toSpliced(random(lines.length), 1),
  'a record left out, the end written anew': (lines, random) =>
    withEndRewritten(lines.toSpliced(random(lines.length - 1), 1)),
  'several records left out': (lines, random) => lines.toSpliced(random(lines.length), 2 + random(5)),
  'two records swapped': (lines, random) => {
    const [one, other] = twoPlaces(lines, random);
    return lines.with(one, lines[other] ?? '').with(other, lines[one] ?? '');
  },
  'two records swapped, the end written anew': (lines, random) => {
    const [one, other] = twoPlaces(lines.slice(0, -1), random);
    return withEndRewritten(lines.with(one, lines[other] ?? '').with(other, lines[one] ?? ''));
  },
  'a record moved': (lines, random) => {
    const [from, to] = twoPlaces(lines, random);
    return lines.toSpliced(from, 1).toSpliced(to, 0, lines[from] ?? '');
  },
  'a record twice': (lines, random) => {
    const [from, to] = twoPlaces(lines, random);
    return lines.toSpliced(to, 0, lines[from] ?? '');
  },
  'cut at the end': (lines, random) => lines.slice(0, 1 + random(lines.length - 1)),
  'cut before the end': (lines, random) => cutBeforeEnd(lines, random),
  'cut before the end, the end written anew': (lines, random) =>
    withEndRewritten(cutBeforeEnd(lines, random)),
  'a signature': (lines, random) => {
    const at = pick([...placesOf(lines, 'head'), lines.length - 1], random);
    const record = JSON.parse(lines[at] ?? '');
    const bytes = Buffer.from(record.signature, 'base64url');
    const place = random(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
    return lines.with(at, JSON.stringify({ ...record, signature: bytes.toString('base64url') }));
  },
  'a head signed by another': (lines, random) => {
    const at = pick(placesOf(lines, 'head'), random);
    const head = JSON.parse(lines[at] ?? '');
    const text = JSON.stringify([head.station, head.epoch, head.seq, head.hash, head.signedAt]);
    const signature = sign(null, Buffer.from(text), makeKeyPair('Ed25519').privateKey).toString('base64url');
    return withEndRewritten(lines.with(at, JSON.stringify({ ...head, signature })));
  },
  'another key': (lines, random) => {
    const start = JSON.parse(lines[0] ?? '');
    const at = random(start.keys.length);
    const key = Buffer.from(makeKeyPair('Ed25519').publicKey).toString('hex');
    return withEndRewritten(
      lines.with(0, JSON.stringify({ ...start, keys: start.keys.with(at, { ...start.keys[at], key }) })),
    );
  },
  'an event put in': (lines, random) => {
    const at = pick(placesOf(lines, 'event'), random);
    const event = eventOn(lines[at] ?? '');
    if (!event) throw new Error('no event to follow on');
    const added = { ...event, id: `${event.id}-more`, seq: event.seq + 1, prevHash: event.hash };
    return withEndRewritten(rehashFrom(lines.toSpliced(at + 1, 0, lineOf(added)), at + 1));
  },
  'a gap told over what was left out': (lines, random) => {
    const at = pick(placesOf(lines, 'event'), random);
    const event = eventOn(lines[at] ?? '');
    if (!event) throw new Error('no event to leave out');
    const { station, epoch, seq } = event;
    const gap = JSON.stringify({ record: 'gap', station, epoch, from: seq, to: seq });
    return withEndRewritten(lines.with(at, gap));
  },
};

function placesOf(lines: readonly string[], record: string): number[] {
  return lines.flatMap((line, at) => (line.startsWith(`{"record":"${record}"`) ? at : []));
}

function pick(places: readonly number[], random: Random): number {
  return places[random(places.length)] ?? 0;
}

function twoPlaces(lines: readonly string[], random: Random): [number, number] {
  const one = random(lines.length);
  return [one, (one + 1 + random(lines.length - 1)) % lines.length];
}

function cutBeforeEnd(lines: readonly string[], random: Random): string[] {
  const count = 1 + random(lines.length - 2);
  return lines.toSpliced(lines.length - 1 - count, count);
}
