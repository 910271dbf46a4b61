import type { Bilingual } from '../kernel/bilingual.ts';
import type { TemplatePublished } from './events.ts';
import type { PassTemplate } from './pass-template.ts';

/**
 * The next version of the template under another name of the centre: where the former one was written out, the new
 * one stands. It is a version even where only fields show the name, so that every pass can be brought to it.
 */
export function decideRename(current: PassTemplate, former: string, name: string): TemplatePublished {
  const renamed = (text: string) => (former === '' ? text : text.split(former).join(name));
  const inBothWords = ({ de, en }: Bilingual): Bilingual => ({ de: renamed(de), en: renamed(en) });
  const template: PassTemplate = {
    ...current,
    version: current.version + 1,
    organisationName: renamed(current.organisationName),
    description: inBothWords(current.description),
    logoText: inBothWords(current.logoText),
    houseRules: inBothWords(current.houseRules),
  };
  return { type: 'TemplatePublished', version: 1, data: { template } };
}
