import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { epochMsOf, instantOf } from '../../../domain/kernel/instant.ts';
import { isTooOld, parseTrustList, type TrustList } from '../../../issuing/certificate/trust/trust-list.ts';
import type { Reads } from '../../context.ts';
import { trustListRow } from '../../store/tables/scanning/trust-list.ts';

const parsed = new WeakMap<Reads['db'], { readonly text: string; readonly list: TrustList }>();

/** Whom this station believes; undefined until the site lead imported a list. Parsed once for each list. */
export function stationTrustList({ db }: Pick<Reads, 'db'>): TrustList | undefined {
  const text = trustListRow(db)?.text;
  if (text === undefined) return undefined;
  const known = parsed.get(db);
  if (known?.text === text) return known.list;
  const read = parseTrustList(text);
  if (!read.ok) throw new Error(`the stored trust list is not one: ${read.refusal.code}`);
  parsed.set(db, { text, list: read.value });
  return read.value;
}

/** How the list stands, for people. */
export function trustListState(
  station: Pick<Reads, 'db' | 'now'>,
): ChannelOutput<'scanning.trust-list'>['list'] {
  const list = stationTrustList(station);
  return (
    list && {
      issuedAt: instantOf(list.issuedAtMs),
      documentSigners: list.documentSigners.length,
      healthCardIssuers: list.healthCardIssuers.size,
      isTooOld: isTooOld(list, epochMsOf(station.now())),
    }
  );
}
