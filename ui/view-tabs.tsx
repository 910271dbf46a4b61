import './view-tabs.css';
import { Tabs } from '@mantine/core';
import { type ReactNode, useState } from 'react';

export interface View {
  readonly id: string;
  readonly name: string;
  readonly content: ReactNode;
}

/**
 * The views of one page. Only the one that is open is there: what was typed in another is gone, so forms belong in
 * dialogs or pages of their own.
 */
export function ViewTabs({
  label,
  views,
  chosen,
  onChoose,
  testId,
}: {
  readonly label: string;
  /** At least one; the first is open at first. */
  readonly views: readonly View[];
  /** Which is open, where something else on the page opens one, too. */
  readonly chosen?: string;
  onChoose?(id: string): void;
  /** Of each tab: this, a hyphen and its id. */
  readonly testId?: string;
}) {
  const [own, setOwn] = useState(views[0]?.id);
  const open = (id: string | null) => id !== null && (onChoose ?? setOwn)(id);
  return (
    <Tabs className="view-tabs" value={chosen ?? own ?? null} onChange={open} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {views.map(({ id, name }) => (
          <Tabs.Tab key={id} value={id} data-testid={testId && `${testId}-${id}`}>
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {views.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id}>
          {content}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
