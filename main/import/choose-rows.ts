import type { ChannelInput } from '../../contracts/ipc/station-contract.ts';
import type { RowChoice } from '../../domain/import/row-choice.ts';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { Writes } from '../context.ts';
import {
  chooseAllRows,
  chooseRow,
  type ImportRow,
  importJob,
  stagedRow,
} from '../store/tables/import/imports.ts';
import type { RowData } from './staged-row.ts';

type ChooseRefusal = 'import-unknown' | 'import-not-ready' | 'choice-unfit';

/** What shall become of one row that is not taken over by itself. Nothing is written before the import is run. */
export function chooseForRow(
  station: Writes,
  { importId, row, choice, personId }: ChannelInput<'import.choose'>,
): Result<Record<string, never>, ChooseRefusal> {
  const whyNot = whyNoChoice(station, importId);
  if (whyNot) return refuse(whyNot);
  const staged = stagedRow(station.db, importId, row);
  const made = staged && choiceFor(station, staged, choice, personId as PersonId | undefined);
  if (!made) return refuse('choice-unfit');
  chooseRow(station.db, importId, row, made === 'leave' ? null : JSON.stringify(made));
  station.announce(['import']);
  return accept({});
}

/** The same for every row of a kind. */
export function chooseForAll(
  station: Writes,
  { importId, verdict, choice }: ChannelInput<'import.choose-all'>,
): Result<Record<string, never>, ChooseRefusal> {
  const whyNot = whyNoChoice(station, importId);
  if (whyNot) return refuse(whyNot);
  if (choice !== 'leave' && (verdict === 'changed') !== (choice === 'take')) return refuse('choice-unfit');
  const made: RowChoice | undefined =
    choice === 'leave'
      ? undefined
      : choice === 'take'
        ? { kind: 'take', at: station.now() }
        : { kind: 'new' };
  chooseAllRows(station.db, importId, verdict, made ? JSON.stringify(made) : null);
  station.announce(['import']);
  return accept({});
}

function whyNoChoice({ db }: Writes, importId: string): 'import-unknown' | 'import-not-ready' | undefined {
  const job = importJob(db);
  if (job?.import_id !== importId) return 'import-unknown';
  return job.state === 'ready' ? undefined : 'import-not-ready';
}

function choiceFor(
  station: Writes,
  { verdict, data }: ImportRow,
  choice: ChannelInput<'import.choose'>['choice'],
  personId: PersonId | undefined,
): RowChoice | 'leave' | undefined {
  if (verdict !== 'changed' && verdict !== 'duplicate') return undefined;
  if (choice === 'leave') return choice;
  if (choice === 'take') return verdict === 'changed' ? { kind: 'take', at: station.now() } : undefined;
  if (choice === 'new') return { kind: 'new' };
  if (verdict !== 'duplicate') return undefined;
  const { likely } = JSON.parse(data) as RowData;
  return personId !== undefined && likely?.personIds.includes(personId)
    ? { kind: 'same', personId }
    : undefined;
}
