/** Lets requests with one id pass one at a time: the second finds the answer of the first. */
export interface RequestTurns {
  take<Value>(requestId: string, work: () => Promise<Value>): Promise<Value>;
}

export function createRequestTurns(): RequestTurns {
  const last = new Map<string, Promise<unknown>>();
  return {
    take(requestId, work) {
      const before = last.get(requestId) ?? Promise.resolve();
      const turn = before.then(work, work).finally(() => {
        if (last.get(requestId) === turn) last.delete(requestId);
      });
      last.set(requestId, turn);
      return turn;
    },
  };
}
