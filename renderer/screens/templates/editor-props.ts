import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import type { FaultsAt } from './use-faults-at.ts';

/** What every part of the editor gets. */
export interface EditorProps {
  readonly template: PassTemplate;
  readonly faultsAt: FaultsAt;
  change(change: Partial<PassTemplate>): void;
}
