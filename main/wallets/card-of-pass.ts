import type { Language } from '../../domain/kernel/bilingual.ts';
import type { PassId } from '../../domain/kernel/ids.ts';
import { type BlankContent, blankContent } from '../../domain/passes/blank-pass.ts';
import { type PassContent, passContent } from '../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import type { PassReads } from '../context.ts';
import { loadPerson } from '../histories/person-history.ts';
import { passFacts } from '../queries/passes/pass-facts.ts';
import type { GoogleSettings } from '../store/settings.ts';
import { type PassRow, passById } from '../store/tables/passes/passes.ts';

/**
 * What a card at Google is made from: the same content and template as the pass for an iPhone, save that the barcode
 * of a neutral card keeps the doses to itself.
 */
export interface CardSource {
  readonly content: PassContent;
  readonly template: PassTemplate;
  readonly language: Language;
}

/** Undefined for an unknown pass and once the person was erased. */
export function cardOfPass(
  station: PassReads,
  passId: PassId,
  mode: GoogleSettings['mode'],
): CardSource | undefined {
  const pass = passById(station.db, passId);
  const facts = pass && passFacts(station, pass, mode === 'neutral' ? 'untold' : 'told');
  if (!facts) return undefined;
  const template = station.templates.ofVersion(pass.template_version);
  const language = facts.person?.language ?? 'de';
  return { content: passContent(facts, template), template, language };
}

/** What a private card is from its person's erasure on, and undefined before: the phone holds the only one. */
export function blankCardOf(
  station: PassReads,
  pass: PassRow,
): (Omit<CardSource, 'content'> & { readonly content: BlankContent }) | undefined {
  if (loadPerson(station.db, pass.person_id).person.status !== 'erased') return undefined;
  const template = station.templates.ofVersion(pass.template_version);
  const content = blankContent(pass.pass_id, template, station.settings.timeZone);
  return { content, template, language: 'de' };
}
