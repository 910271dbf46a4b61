import { type Bilingual, inEach } from '../kernel/bilingual.ts';
import type { TemplatePublished } from './events.ts';
import type { PassTemplate } from './pass-template.ts';

/**
 * The next version of the template under another name of the centre. The organisation and what a screen reader says
 * take the new name where the former one stood as a whole; texts that somebody wrote stay as they are. It is a version
 * even where only fields show the name, so that every pass can be brought to it.
 */
export function decideRename(current: PassTemplate, former: string, name: string): TemplatePublished {
  const { organisationName, description, logoText } = current;
  const template: PassTemplate = {
    ...current,
    version: current.version + 1,
    organisationName: organisationName === former ? name : organisationName,
    description: renamed(description, former, name),
    logoText: inEach((language) => (logoText[language] === former ? name : logoText[language])),
  };
  return { type: 'TemplatePublished', version: 1, data: { template } };
}

/** Not inside another word: a centre may be called what centres are called. */
function renamed(text: Bilingual, former: string, name: string): Bilingual {
  const whole = new RegExp(
    `(?<![\\p{L}\\p{N}])${former.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')}(?![\\p{L}\\p{N}])`,
    'gu',
  );
  return former === '' ? text : inEach((language) => text[language].replace(whole, () => name));
}
