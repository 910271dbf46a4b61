/** A small seeded generator (mulberry32): a campaign can be repeated exactly. */
export function randomSource(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Pieces that the readers look for. */
const words = [
  '\u001d',
  '\u001e',
  '\u0004',
  '<GS>',
  '029',
  '~d029',
  '(01)',
  '(10)',
  '(17)',
  '(21)',
  '01',
  '02',
  '10',
  '17',
  '21',
  '30',
  '37',
  '240',
  '253',
  '255',
  '310',
  '3103',
  '3922',
  '3932',
  '421',
  '4300',
  '4309',
  '7003',
  '7007',
  '710',
  '7040',
  '7258',
  '8001',
  '8003',
  '8006',
  '8007',
  '8008',
  '8013',
  '8020',
  '8030',
  '8110',
  '8112',
  '8200',
  '91',
  '09504000059101',
  '04150037528643',
  '270331',
  '270200',
  '999999',
  '000000',
  ']d2',
  ']C1',
  ']Q3',
  ']E0',
  '[)>',
  '05',
  '06',
  '9N',
  '110375286414',
  '1T',
  'D',
  'S',
  '8P',
  'HC1:',
  'hc1:',
  'shc:/',
  '5676',
  'https://',
  'id.gs1.org',
  '/01/',
  '/10/',
  '?17=',
  '&21=',
  '%',
  '%1D',
  '%ZZ',
  '#',
  'Müller',
  '3.4.1990',
  '1990-04-03',
  '0'.repeat(14),
  '1'.repeat(40),
  'A'.repeat(20),
  '2110'.repeat(8),
  '\ud83d\ude00',
  '\u0000',
  '\u0301',
];

/** A text like the given one, changed in one to six places, never longer than a little over the limit. */
export function mutate(text: string, other: string, random: (below: number) => number): string {
  let changed = text;
  for (let i = random(6); i >= 0; i--) changed = changeOnce(changed, other, random);
  return changed.slice(0, 4400);
}

function changeOnce(text: string, other: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const end = Math.min(text.length, at + 1 + random(8));
  const word = words[random(words.length)] ?? '';
  switch (random(8)) {
    case 0:
      return text.slice(0, at) + word + text.slice(at);
    case 1:
      return text.slice(0, at) + word + text.slice(end);
    case 2:
      return text.slice(0, at) + text.slice(end);
    case 3:
      return text.slice(0, at) + text.slice(at, end) + text.slice(at);
    case 4:
      return text.slice(0, at) + String.fromCharCode(random(128)) + text.slice(at + 1);
    case 5:
      return text.slice(0, at) + other.slice(random(other.length + 1));
    case 6:
      return text.slice(0, at) + text.slice(at, end).repeat(1 + random(12)) + text.slice(end);
    default:
      return text.slice(0, at) + String(random(10)) + text.slice(at + 1);
  }
}
