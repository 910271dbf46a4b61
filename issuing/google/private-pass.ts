import type { Language } from '../../domain/kernel/bilingual.ts';
import type { BlankContent } from '../../domain/passes/blank-pass.ts';
import { allFields, type PassContent, valueWords } from '../../domain/passes/pass-content.ts';
import type { PassField } from '../../domain/passes/pass-fields.ts';
import type { FieldKey, PassTemplate } from '../../domain/passes/pass-template.ts';
import { barcodeOf } from './generic-object.ts';
import type { LocalizedString } from './localized-string.ts';
import { objectIdOf } from './wallet-ids.ts';
import type { GenericPrivatePass } from './wallet-resources.ts';

/**
 * The private card (needs Google's approval): name, doses and dates in one signed text that goes from here to the
 * phone. Google's servers keep none of it, so there is nothing to insert or patch. It is in the holder's language
 * only and says at most `mostFields` things, the most important first: all of it must fit into a link.
 */
export function privatePass(
  content: PassContent | BlankContent,
  template: PassTemplate,
  options: { issuerId: string; language: Language; mostFields?: number },
): GenericPrivatePass {
  const { issuerId, language, mostFields = privateKeys.length } = options;
  const only = (text: string): LocalizedString => ({ defaultValue: { language, value: text } });
  const words = (field: PassField) => valueWords(field.value, content.timeZone, language);
  const fields = new Map(allFields(content).map((field) => [field.key, field]));
  const name = fields.get('name');
  const shown = privateKeys.flatMap((key) => fields.get(key) ?? []).slice(0, mostFields);
  return {
    id: objectIdOf(issuerId, content.passId),
    type: 'GENERIC_PRIVATE_PASS_TYPE_UNSPECIFIED',
    header: only(template.logoText[language]),
    title: only(name ? words(name) : content.shortNumber),
    hexBackgroundColor: template.colours.background,
    textModulesData: shown.map((field) => ({
      id: field.key,
      header: field.label[language],
      body: words(field),
    })),
    ...(content.isVoided || content.barcode === undefined ? {} : { barcode: barcodeOf(content, template) }),
  };
}

/** What a private card can say, the most important first. */
export const privateKeys: readonly FieldKey[] = [
  'dose-count',
  'next-appointment',
  'birth-date',
  'vaccine',
  'centre',
  'doses',
  'proof',
  'message',
];
