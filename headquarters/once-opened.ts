/** Opens something when it is first asked for, and then no more; where that failed, the next to ask tries again. */
export function onceOpened<Value>(open: () => Promise<Value>): () => Promise<Value> {
  let opened: Promise<Value> | undefined;
  return () => {
    if (opened) return opened;
    const opening = open();
    opened = opening;
    opening.catch(() => {
      opened = undefined;
    });
    return opening;
  };
}
