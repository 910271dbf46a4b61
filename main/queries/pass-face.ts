import type { PassFace } from '../../contracts/ipc/passes-contract.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { type PassField, passContent, valueWords } from '../../domain/passes/pass-content.ts';
import { standardTemplate } from '../../domain/passes/pass-template.ts';
import type { Language } from '../../domain/people/events.ts';
import type { Station } from '../station.ts';
import { passOf } from '../store/tables/passes.ts';
import { passFacts } from './pass-facts.ts';

/** The pass as the phone shows it, in one language. */
export function passFace(
  station: Station,
  personId: PersonId,
  language: Language,
): Result<PassFace, 'person-unknown' | 'pass-missing'> {
  const pass = passOf(station.db, personId);
  if (!pass) return refuse('pass-missing');
  const facts = passFacts(station, pass.pass_id);
  if (!facts) return refuse('person-unknown');
  const template = standardTemplate(station.settings.centreName);
  const content = passContent(facts, template);
  const shown = (fields: readonly PassField[]) =>
    fields.map((field) => ({
      key: field.key,
      label: field.label[language],
      value: valueWords(field.value, content.timeZone, language),
    }));
  return accept({
    passId: content.passId,
    logoText: template.logoText[language],
    foreground: template.colours.foreground,
    background: template.colours.background,
    labelColour: template.colours.label,
    header: shown(content.fields.header),
    primary: shown(content.fields.primary),
    secondary: shown(content.fields.secondary),
    auxiliary: shown(content.fields.auxiliary),
    back: shown(content.fields.back),
    barcode: content.barcode,
    shortNumber: content.shortNumber,
    isVoided: content.isVoided,
  });
}
