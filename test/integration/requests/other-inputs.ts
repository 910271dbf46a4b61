import { z } from 'zod';
import { type ChannelName, stationContract } from '../../../contracts/ipc/station-contract.ts';

/** What a question may name instead of somebody: people and staff who are there. */
export interface Others {
  readonly personId: string;
  readonly staffId: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * The same question with something else in one of its fields, for each field: what the channel takes, and nothing that
 * it would take for the same. Made from the contract, so that a new field is changed, too.
 */
export function otherInputs(
  channel: ChannelName,
  input: Fields,
  others: Others,
): { field: string; input: Fields }[] {
  const schema: z.ZodType = stationContract[channel].input;
  const asked = JSON.stringify(schema.parse(input));
  return Object.keys(input)
    .filter((field) => field !== 'requestId')
    .flatMap((field) => {
      // What need not be said may also be left out.
      const changed = [...changesOf(field, input[field], others), undefined]
        .map((value) => ({ ...input, [field]: value }))
        .find((each) => {
          const read = schema.safeParse(each);
          return read.success && JSON.stringify(read.data) !== asked;
        });
      return changed ? [{ field, input: changed }] : [];
    });
}

/** Fields that no other value could be found for are named here, so that none is passed over in silence. */
export function unchanged(channel: ChannelName, input: Fields, others: Others): string[] {
  const changed = new Set(otherInputs(channel, input, others).map(({ field }) => field));
  return Object.keys(input).filter((field) => field !== 'requestId' && !changed.has(field));
}

function changesOf(field: string, value: unknown, others: Others): unknown[] {
  if (field === 'personId' || field === 'otherId') return [others.personId];
  if (field === 'staffId') return [others.staffId];
  if (typeof value === 'string') return otherTexts(value);
  if (typeof value === 'number') return [value + 1, value - 1, value + 15, value - 15];
  if (typeof value === 'boolean') return [!value];
  if (Array.isArray(value))
    return [
      ...value.flatMap((each, index) => changesOf('', each, others).map((other) => value.with(index, other))),
      value.slice(1),
      [...value, ...value],
    ];
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([name, each]) =>
      changesOf(name, each, others).map((other) => ({ ...value, [name]: other })),
    );
  return [];
}

const words = Object.values(stationContract).flatMap(({ input }) => enumsOf(input));

function otherTexts(text: string): string[] {
  const digits = text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10));
  const lastDigit = text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10));
  return [`${text}x`, `${text} x`, lastDigit, digits, crypto.randomUUID(), ...words].filter(
    (each) => each !== text,
  );
}

/** Every word that a channel takes. */
function enumsOf(schema: z.ZodType): string[] {
  const json = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return [...JSON.stringify(json).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    JSON.parse(`[${list}]`).filter((each: unknown) => typeof each === 'string'),
  );
}
