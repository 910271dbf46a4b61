import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { Language } from '../../../domain/kernel/bilingual.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { type SampleStage, sampleFacts } from '../../../domain/passes/sample-facts.ts';
import type { Reads } from '../../context.ts';
import { settingOf } from '../../store/settings.ts';
import { googleCardOf } from '../../wallets/google-card-of.ts';
import { passCentre } from '../passes/pass-facts.ts';

export interface SampleCard {
  readonly template: PassTemplate;
  readonly stage: SampleStage;
  readonly language: Language;
}

/** How a template looks in Google Wallet, in the mode of the centre; a centre without Google sees a neutral card. */
export function sampleGoogleCard(
  station: Reads,
  { template, stage, language }: SampleCard,
): ChannelOutput<'templates.google-card'> {
  const settings = settingOf(station.db, 'google');
  const mode = settings?.mode ?? 'neutral';
  const content = passContent(sampleFacts(stage, passCentre(station), station.now()), template);
  const card = googleCardOf({ content, template, language }, mode, station.now());
  return { card, mode, isConnected: settings !== undefined };
}
