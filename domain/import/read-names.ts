import { accept, type Result, refuse } from '../kernel/result.ts';
import type { FieldValues, ImportField } from './import-fields.ts';
import { withoutTitles } from './read-titles.ts';
import { type RowFault, rowFault } from './row-fault.ts';

interface Names {
  readonly givenName: string;
  readonly familyName: string;
  /** What was taken off the names: they are told, and the person is taken without them. */
  readonly leftOut: readonly RowFault[];
}

type Fields = Readonly<Record<'givenName' | 'familyName', string>>;

/** Given and family name of a row, from two cells or from one; one cell is never split by a guess. */
export function readNames(row: FieldValues): Result<Names, RowFault> {
  const whole = wholeName(row);
  const leftOut: RowFault[] = [];
  const untitled = (field: ImportField, written = '') => {
    const { name, hadTitle } = withoutTitles(written);
    if (hadTitle) leftOut.push(rowFault('title-left-out', field, written));
    return name;
  };
  const names = whole
    ? readWhole(whole, untitled(whole, row.get(whole)), untitled)
    : accept({
        givenName: untitled('givenName', row.get('givenName')),
        familyName: untitled('familyName', row.get('familyName')),
      });
  if (!names.ok) return names;
  if (/[†✝]/u.test(`${names.value.givenName}${names.value.familyName}`))
    return refuse(rowFault('person-deceased'));
  const ordered = inOrder(names.value);
  const unclear = whole === 'fullNameGivenFirst' ? mayBeCutWrongly(ordered) : endsOpenly(ordered.givenName);
  if (unclear)
    leftOut.push(rowFault('name-split-unclear', whole ?? 'givenName', row.get(whole ?? 'givenName')));
  return accept({ ...ordered, leftOut });
}

/** The field that holds both names of a row; undefined where they have cells of their own. */
function wholeName(row: FieldValues): 'fullName' | 'fullNameGivenFirst' | undefined {
  if (row.has('givenName') || row.has('familyName')) return undefined;
  return row.has('fullNameGivenFirst') ? 'fullNameGivenFirst' : 'fullName';
}

function readWhole(
  field: 'fullName' | 'fullNameGivenFirst',
  whole: string,
  untitled: (field: ImportField, written: string) => string,
): Result<Fields, RowFault> {
  const [family = '', given = '', ...more] = whole.split(',').map((part) => part.trim());
  if (more.length > 0) return refuse(rowFault('name-order-unclear', field, whole));
  if (given !== '') return accept({ givenName: untitled(field, given), familyName: family });
  if (!/\s/.test(family)) return accept({ givenName: '', familyName: family });
  return field === 'fullNameGivenFirst'
    ? accept(givenFirst(family))
    : refuse(rowFault('name-order-unclear', field, whole));
}

/** `Anna von der Heide`: the last word is the family name, with the particles before it and what tells father from son. */
function givenFirst(whole: string): Fields {
  const words = whole.split(/\s+/);
  const isMixed = hasCapital(words[0]);
  const isBefore = (word = '') =>
    isSmall(word) && isMixed ? particles.has(word) : onlyParticles.has(word.toLowerCase());
  let from = words.length - 1;
  if (from > 1 && generations.has(words[from]?.toLowerCase() ?? '')) from -= 1;
  while (from > 1 && isBefore(words[from - 1])) from -= 1;
  if (from > 1 && isBefore(words[from]) && isNobility(words[from - 1])) from -= 1;
  return { givenName: words.slice(0, from).join(' '), familyName: words.slice(from).join(' ') };
}

/** `Heide, Karl von der` and `Stein, Freiherr von`: what stands behind the comma belongs before the family name. */
function inOrder({ givenName, familyName }: Fields): Fields {
  if (!/[\s,]/.test(givenName + familyName)) return { givenName, familyName };
  const [family = '', behind = '', ...more] = familyName.split(',').map((part) => part.trim());
  if (
    behind !== '' &&
    more.length === 0 &&
    hasCapital(family) &&
    behind.split(/\s+/).every((word) => particles.has(word) || isNobility(word))
  )
    return { givenName, familyName: `${behind} ${family}` };
  const words = givenName.split(/\s+/);
  let to = words.length;
  // Where all is written small, a small letter says nothing.
  while (to > 1 && hasCapital(words[0]) && onlyParticles.has(words[to - 1] ?? '')) to -= 1;
  if (to === words.length || familyName === '') return { givenName, familyName };
  if (to > 1 && isNobility(words[to - 1])) to -= 1;
  return {
    givenName: words.slice(0, to).join(' '),
    familyName: `${words.slice(to).join(' ')} ${familyName}`,
  };
}

/** `Thi Le Nguyen` and `Anh Van Nguyen` out of one cell: `Le` and `Van` are given names, too. */
function mayBeCutWrongly({ givenName, familyName }: Fields): boolean {
  const [before = '', after = ''] = [givenName.split(' ').at(-1), familyName.split(' ')[0]];
  if (familyName.includes(' ') && hasCapital(after) && /^(?:van|den?)$/i.test(after)) return true;
  return givenName.includes(' ') && particles.has(before.toLowerCase());
}

/** `Maria da`: a particle, unless `da` is a name; nothing is moved, and somebody looks. */
function endsOpenly(givenName: string): boolean {
  const [first = '', ...more] = givenName.split(' ');
  const last = more.at(-1) ?? '';
  return hasCapital(first) && isSmall(last) && particles.has(last);
}

function isSmall(word: string): boolean {
  return word === word.toLowerCase();
}

function hasCapital(word = ''): boolean {
  return !isSmall(word);
}

function isNobility(word = ''): boolean {
  return nobility.has(word.toLowerCase());
}

/** No given name in any language that lists come in. */
const onlyParticles = new Set('von vom der del della dos zu zum zur ter ten ibn und van den de'.split(' '));
/** Written with a capital these are given names, too: Max Ben, Thi Le, Al, Di. */
const particles = new Set([...onlyParticles, ...'di da do du la le el al bin ben ap'.split(' ')]);
const nobility = new Set(
  'freiherr freifrau freiin baron baronin graf gräfin fürst fürstin prinz prinzessin ritter edler edle herzog herzogin'.split(
    ' ',
  ),
);
const generations = new Set(['jun.', 'jr.', 'sen.', 'sr.', 'jun', 'jr', 'sen', 'sr']);
