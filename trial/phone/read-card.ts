import { z } from 'zod';
import type { Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result } from '../../domain/kernel/result.ts';
import type { PassFault } from '../../issuing/apple/pass-fault.ts';
import { readStrings } from '../../issuing/apple/read-strings.ts';
import { verifyPkpass } from '../../issuing/apple/verify-pkpass.ts';
import { readZip } from '../../issuing/apple/zip-reader.ts';

export interface CardField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** What the phone says when the value changes; `%@` stands for the new one. */
  readonly changeMessage: string | undefined;
}

/** A pass as the phone shows it, in German. */
export interface Card {
  readonly serialNumber: string;
  readonly passTypeId: string;
  readonly title: string;
  readonly isVoided: boolean;
  readonly colours: { readonly background: string; readonly foreground: string; readonly label: string };
  readonly header: readonly CardField[];
  readonly front: readonly CardField[];
  readonly back: readonly CardField[];
  /** Undefined on a blank card. */
  readonly barcode: { readonly message: string; readonly altText: string } | undefined;
  /** Where to ask for newer ones; undefined for a pass that never changes by itself. */
  readonly webService: { readonly url: string; readonly token: string } | undefined;
}

const field = z.object({
  key: z.string(),
  label: z.string().default(''),
  value: z.union([z.string(), z.number()]),
  dateStyle: z.string().optional(),
  changeMessage: z.string().optional(),
});
const fields = z.array(field).default([]);
const style = z.object({
  headerFields: fields,
  primaryFields: fields,
  secondaryFields: fields,
  auxiliaryFields: fields,
  backFields: fields,
});
const passJson = z.object({
  serialNumber: z.string(),
  passTypeIdentifier: z.string(),
  logoText: z.string().default(''),
  voided: z.boolean().default(false),
  backgroundColor: z.string().default('rgb(255, 255, 255)'),
  foregroundColor: z.string().default('rgb(0, 0, 0)'),
  labelColor: z.string().default('rgb(0, 0, 0)'),
  webServiceURL: z.string().optional(),
  authenticationToken: z.string().optional(),
  barcodes: z.array(z.object({ message: z.string(), altText: z.string().default('') })).default([]),
  generic: style.optional(),
  storeCard: style.optional(),
});

/** Takes a pass in as iOS does: signature, manifest and content are proved before anything is shown. */
export function readCard(bytes: Uint8Array, now: Instant): Result<Card, PassFault> {
  const verified = verifyPkpass(bytes, { now });
  if (!verified.ok) return verified;
  const pass = passJson.parse(verified.value.pass);
  const say = translator(bytes);
  const body = pass.generic ?? pass.storeCard ?? style.parse({});
  const shown = (list: z.infer<typeof fields>) => list.map((each) => cardField(each, say));
  const { webServiceURL: url, authenticationToken: token } = pass;
  const [barcode] = pass.barcodes;
  return accept({
    serialNumber: pass.serialNumber,
    passTypeId: pass.passTypeIdentifier,
    title: say(pass.logoText),
    isVoided: pass.voided,
    colours: { background: pass.backgroundColor, foreground: pass.foregroundColor, label: pass.labelColor },
    header: shown(body.headerFields),
    front: shown([...body.primaryFields, ...body.secondaryFields, ...body.auxiliaryFields]),
    back: shown(body.backFields),
    barcode,
    webService: url && token ? { url, token } : undefined,
  });
}

/** What changed from one state of a card to the next, as the lock screen says it. */
export function changesBetween(before: Card, after: Card): string[] {
  const known = new Map(allFields(before).map(({ key, value }) => [key, value]));
  return allFields(after).flatMap(({ key, value, changeMessage }) =>
    changeMessage && known.has(key) && known.get(key) !== value ? [changeMessage.replace('%@', value)] : [],
  );
}

function allFields({ header, front, back }: Card): CardField[] {
  return [...header, ...front, ...back];
}

function translator(bytes: Uint8Array): (key: string) => string {
  const entries = readZip(bytes);
  const file = entries.ok && entries.value.find(({ name }) => name === 'de.lproj/pass.strings');
  const words = (file && readStrings(file.content)) || new Map<string, string>();
  return (key) => words.get(key) ?? key;
}

function cardField(
  { key, label, value, dateStyle, changeMessage }: z.infer<typeof field>,
  say: (key: string) => string,
): CardField {
  const text = say(String(value));
  return {
    key,
    label: say(label),
    value: dateStyle ? wallClock(text) : text,
    changeMessage: changeMessage === undefined ? undefined : say(changeMessage),
  };
}

/** `2026-12-01T09:10+01:00` as it is written there (`ignoresTimeZone`): 01.12.2026, 09:10. */
function wallClock(moment: string): string {
  const found = /^(\d{4})-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(moment);
  return found ? `${found[3]}.${found[2]}.${found[1]}, ${found[4]} Uhr` : moment;
}
