import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { epochMsOf, type Instant, instantOf } from '../../../domain/kernel/instant.ts';
import { isTooOld, parseTrustList, type TrustList } from '../../../issuing/certificate/trust/trust-list.ts';
import type { ReadableDb } from '../../store/database.ts';
import { trustListRow } from '../../store/tables/scanning/trust-list.ts';

/** Whom this station believes. A list is parsed once, however often it is asked for. */
export class StationTrustList {
  readonly #db: ReadableDb;
  #known: { readonly text: string; readonly list: TrustList } | undefined;

  constructor(db: ReadableDb) {
    this.#db = db;
  }

  /** Undefined until the site lead imported a list. */
  current(): TrustList | undefined {
    const text = trustListRow(this.#db)?.text;
    if (text === undefined) return undefined;
    if (this.#known?.text === text) return this.#known.list;
    const read = parseTrustList(text);
    if (!read.ok) throw new Error(`the stored trust list is not one: ${read.refusal.code}`);
    this.#known = { text, list: read.value };
    return read.value;
  }
}

interface TrustListReads {
  readonly trustList: StationTrustList;
  readonly now: () => Instant;
}

/** How the list stands, for people. */
export function trustListState({
  trustList,
  now,
}: TrustListReads): ChannelOutput<'scanning.trust-list'>['list'] {
  const list = trustList.current();
  return (
    list && {
      issuedAt: instantOf(list.issuedAtMs),
      documentSigners: list.documentSigners.length,
      healthCardIssuers: list.healthCardIssuers.size,
      isTooOld: isTooOld(list, epochMsOf(now())),
    }
  );
}
