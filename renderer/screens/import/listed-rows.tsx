import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelAnswer } from '../../../contracts/ipc/station-contract.ts';
import { formatDate } from '../../../domain/kernel/format-date.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { Card } from '../../../ui/card.tsx';
import { saveParts } from '../../../ui/save-file.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStation } from '../../station-context.tsx';
import { ChooseAll } from './choose-all.tsx';
import { RowChoice } from './row-choice.tsx';

const PAGE_ROWS = 500;
const ROW_PIXELS = 52;
/** Up to so many rows are simply there; of more, only those in sight. */
const SHORT = 100;
/** So near to its end a list counts as looked through. */
const LAST_PIXELS = 8;

export type ListedVerdict = 'refused' | 'duplicate' | 'changed';

/** Rows of one kind that are not taken over. Only those in sight are drawn: there may be a hundred thousand. */
export function ListedRows({
  importId,
  verdict,
  state,
}: {
  importId: string;
  verdict: ListedVerdict;
  state: string;
}) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const client = useStation();
  const pages = useInfiniteQuery({
    queryKey: [['import-rows'], importId, verdict, state],
    initialPageParam: 0,
    queryFn: ({ pageParam }) => client.ask('import.rows', { importId, verdict, after: pageParam }),
    getNextPageParam: (last) =>
      last.ok && last.value.rows.length === PAGE_ROWS ? last.value.rows.at(-1)?.row : undefined,
  });
  const rows = pages.data?.pages.flatMap((page) => (page.ok ? page.value.rows : [])) ?? [];
  const list = useRef<HTMLUListElement>(null);
  const isLong = rows.length > SHORT;
  const shown = useVirtualizer({
    count: isLong ? rows.length : 0,
    getScrollElement: () => list.current,
    estimateSize: () => ROW_PIXELS,
    overscan: 8,
  });
  const items = shown.getVirtualItems();
  const choosable = state === 'ready' && verdict !== 'refused' ? verdict : undefined;
  const askAgain = () => void pages.refetch();
  const lastShown = isLong ? (items.at(-1)?.index ?? 0) : rows.length;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown > rows.length - 50) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, rows.length]);
  const [isSeen, setIsSeen] = useState(false);
  const noteSeen = () => {
    const at = list.current;
    if (at && !hasNextPage && at.scrollTop + at.clientHeight >= at.scrollHeight - LAST_PIXELS)
      setIsSeen(true);
  };
  useEffect(noteSeen);
  if (rows.length === 0) return undefined;
  const drawn = isLong ? items : rows.map((_, index) => ({ index, key: index }));
  const before = items[0]?.start ?? 0;
  const after = shown.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Card title={t(`import.verdict.${verdict}`)}>
      {choosable && <ChooseAll importId={importId} verdict={choosable} isSeen={isSeen} onChosen={askAgain} />}
      <ul
        className="import-rows"
        ref={list}
        data-testid={`import-rows-${verdict}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={noteSeen}
      >
        <li aria-hidden="true" className="import-spacer" ref={(element) => setHeight(element, before)} />
        {drawn.map(({ index, key }) => {
          const row = rows[index];
          return (
            row && (
              <li
                key={key}
                data-index={index}
                ref={isLong ? shown.measureElement : undefined}
                className="import-row"
              >
                <strong>
                  <bdi>{row.name}</bdi>
                  {row.birthDate ? `, ${formatDate(row.birthDate as BirthDate, language)}` : ''}
                </strong>
                <span>{row.sentences.map((sentence) => sentence[language]).join(' ')}</span>
                {row.differences.map((difference) => (
                  <span key={difference.label.en}>
                    {difference.label[language]}: <del>{difference.here[language]}</del>{' '}
                    <ins>{difference.list[language]}</ins>
                  </span>
                ))}
                {row.likely.map((person) => (
                  <span key={person.personId} className="station-dim">
                    {t('import.here', {
                      name: `${person.familyName}, ${person.givenName}`,
                      date: formatDate(person.birthDate as BirthDate, language),
                    })}
                  </span>
                ))}
                {choosable && (
                  <RowChoice importId={importId} verdict={choosable} row={row} onChosen={askAgain} />
                )}
              </li>
            )
          );
        })}
        <li aria-hidden="true" className="import-spacer" ref={(element) => setHeight(element, after)} />
      </ul>
    </Card>
  );
}

// The content policy allows no style attribute in markup; setting a property from code is no attribute.
function setHeight(element: HTMLElement | null, pixels: number): void {
  if (element) element.style.height = `${pixels}px`;
}

/** Saves every row that was not taken over, with the reason, as a file for the one who made the list. */
export function ErrorFileButton({ importId, fileName }: { importId: string; fileName: string }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const client = useStation();
  const save = async () => {
    const parts: string[] = [];
    for (let after: number | undefined = 0; after !== undefined; ) {
      const part: ChannelAnswer<'import.error-file'> = await client.ask('import.error-file', {
        importId,
        language,
        after,
      });
      if (!part.ok) return;
      parts.push(part.value.text);
      after = part.value.next;
    }
    const name = fileName.replace(/\.[^.]*$/, '');
    saveParts(
      `${name}-${t('import.verdict.refused').toLowerCase().replaceAll(' ', '-')}.csv`,
      parts,
      'text/csv',
    );
  };
  return (
    <Button variant="default" onClick={() => void save()} data-testid="import-error-file">
      {t('import.errorFile')}
    </Button>
  );
}
