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
  return accept({ ...inOrder(names.value), leftOut });
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
  let from = words.length - 1;
  if (from > 1 && generations.has(words[from]?.toLowerCase() ?? '')) from -= 1;
  while (from > 1 && isParticle(words[from - 1])) from -= 1;
  if (from > 1 && isParticle(words[from]) && isNobility(words[from - 1])) from -= 1;
  return { givenName: words.slice(0, from).join(' '), familyName: words.slice(from).join(' ') };
}

/** `Heide, Karl von der` and `Stein, Freiherr von`: what stands behind the comma belongs before the family name. */
function inOrder({ givenName, familyName }: Fields): Fields {
  if (!/[\s,]/.test(givenName + familyName)) return { givenName, familyName };
  const [family = '', behind = '', ...more] = familyName.split(/\s*,\s*/);
  if (
    behind !== '' &&
    more.length === 0 &&
    behind.split(/\s+/).every((word) => isParticle(word) || isNobility(word))
  )
    return { givenName, familyName: `${behind} ${family}` };
  const words = givenName.split(/\s+/);
  let to = words.length;
  while (to > 1 && isParticle(words[to - 1])) to -= 1;
  if (to === words.length || familyName === '') return { givenName, familyName };
  if (to > 1 && isNobility(words[to - 1])) to -= 1;
  return {
    givenName: words.slice(0, to).join(' '),
    familyName: `${words.slice(to).join(' ')} ${familyName}`,
  };
}

function isParticle(word = ''): boolean {
  return particles.has(word.toLowerCase());
}

function isNobility(word = ''): boolean {
  return nobility.has(word.toLowerCase());
}

const particles = new Set(
  'von vom van der den de del della di da do dos du la le zu zum zur ter ten el al bin ibn ben ap und'.split(
    ' ',
  ),
);
const nobility = new Set(
  'freiherr freifrau freiin baron baronin graf gräfin fürst fürstin prinz prinzessin ritter edler edle herzog herzogin'.split(
    ' ',
  ),
);
const generations = new Set(['jun.', 'jr.', 'sen.', 'sr.', 'jun', 'jr', 'sen', 'sr']);
