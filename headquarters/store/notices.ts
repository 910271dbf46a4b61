import pg from 'pg';

/** `unfed`: a centre has events that are in no feed yet. `fed`: its feed has grown. `webhooks`: its systems are to hear. */
const noticeKinds = ['unfed', 'fed', 'webhooks'] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export interface Notices {
  /** Until something is told of the centre, the time is over, or nobody waits any more. */
  wait(kind: NoticeKind, centre: string, ms: number, ended: AbortSignal): Promise<void>;
  /** Calls for every centre that is told of; answers how to stop. */
  listen(kind: NoticeKind, take: (centre: string) => void): () => void;
  close(): Promise<void>;
}

const TRY_AGAIN_MS = 1_000;

/**
 * What PostgreSQL tells between instances, over a connection of its own that is opened again whenever it breaks. A
 * notice may get lost meanwhile: whoever waits also looks by a timer.
 */
export function createNotices(url: string, connectionLost: (error: Error) => void): Notices {
  const takers = new Map<NoticeKind, Set<(centre: string) => void>>(
    noticeKinds.map((kind) => [kind, new Set()]),
  );
  let isClosed = false;
  let client: pg.Client | undefined;
  let again: NodeJS.Timeout | undefined;

  const connect = async () => {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
    let isOver = false;
    const retry = (error?: Error) => {
      if (isOver) return;
      isOver = true;
      if (error && !isClosed) connectionLost(error);
      if (!isClosed) again = setTimeout(() => void connect(), TRY_AGAIN_MS);
      void next.end().catch(() => {});
    };
    next.on('error', retry);
    next.on('end', () => retry());
    next.on('notification', ({ channel, payload = '' }) => {
      for (const take of takers.get(channel as NoticeKind) ?? []) take(payload);
    });
    try {
      await next.connect();
      for (const kind of noticeKinds) await next.query(`LISTEN ${kind}`);
      client = next;
    } catch (error) {
      retry(error as Error);
    }
  };
  const opening = connect();

  const listen: Notices['listen'] = (kind, take) => {
    takers.get(kind)?.add(take);
    return () => void takers.get(kind)?.delete(take);
  };
  return {
    listen,
    wait: (kind, centre, ms, ended) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          ended.removeEventListener('abort', end);
          stop();
          resolve();
        };
        const timer = setTimeout(end, ms);
        ended.addEventListener('abort', end);
        const stop = listen(kind, (told) => {
          if (told === centre) end();
        });
      }),
    async close() {
      isClosed = true;
      clearTimeout(again);
      await opening;
      await client?.end().catch(() => {});
    },
  };
}
