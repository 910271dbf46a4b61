import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useState } from 'react';

/** Up to so many rows are simply there; of more, only those in sight. */
const SHORT = 100;
const OVERSCAN = 14;

interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly listRef: RefObject<HTMLUListElement | null>;
  readonly className: string;
  readonly testId: string;
  /** About how high a row is, before it was measured. */
  readonly rowHeight: number;
  /** Which row is shown when the list first comes; afterwards it stays where it was scrolled. */
  readonly startAt: number;
  keyOf(item: Item): string;
  /** With `tabIndex` on what opens a row, the whole list is one stop of the Tab key: the row that had the focus last. */
  children(item: Item, index: number, tabIndex: 0 | -1): ReactNode;
}

/** A list of a day, however long: the arrow keys walk from row to row in the column that has the focus. */
export function LongList<Item>(props: LongListProps<Item>) {
  const { items, listRef, className, testId, rowHeight, startAt, keyOf, children } = props;
  const isLong = items.length > SHORT;
  const virtualizer = useVirtualizer({
    count: isLong ? items.length : 0,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(items[index] as Item),
    overscan: OVERSCAN,
  });
  const isLoaded = items.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list first comes
  useEffect(() => {
    const list = listRef.current;
    if (!isLoaded || !list) return;
    if (isLong) virtualizer.scrollToIndex(Math.max(0, startAt), { align: 'start' });
    else scrollToRow(list, startAt);
  }, [isLoaded, isLong]);
  const [focused, setFocused] = useState<string>();
  const rows = virtualizer.getVirtualItems();
  const shown = isLong
    ? rows.map(({ index }) => ({ index, item: items[index] as Item }))
    : items.map((item, index) => ({ index, item }));
  const first = shown.find(({ index }) => index >= startAt) ?? shown.at(-1);
  const stop = shown.find(({ item }) => keyOf(item) === focused) ?? first;
  const space = isLong
    ? {
        paddingTop: rows[0]?.start ?? 0,
        paddingBottom: virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0),
      }
    : {};
  return (
    <ul className={className} ref={listRef} onKeyDown={walk} data-testid={testId} style={space}>
      {shown.map(({ item, index }) => (
        <li
          key={keyOf(item)}
          data-index={index}
          onFocus={() => setFocused(keyOf(item))}
          ref={isLong ? virtualizer.measureElement : undefined}
          aria-setsize={items.length}
          aria-posinset={index + 1}
        >
          {children(item, index, index === stop?.index ? 0 : -1)}
        </li>
      ))}
    </ul>
  );
}

function scrollToRow(list: HTMLElement, index: number): void {
  const row = list.querySelector<HTMLElement>(`[data-index="${index}"]`);
  if (row)
    list.scrollTop = row.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
}

function walk(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const focused = document.activeElement;
  const row = focused?.closest('li');
  if (step === 0 || !row || !event.currentTarget.contains(row)) return;
  const column = [...row.querySelectorAll('button')].indexOf(focused as HTMLButtonElement);
  const other = step > 0 ? row.nextElementSibling : row.previousElementSibling;
  const buttons = other?.querySelectorAll('button') ?? [];
  const next = buttons[column] ?? buttons[0];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
