import './view-tabs.css';
import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

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
  testId,
}: {
  readonly label: string;
  /** At least one; the first is open at first. */
  readonly views: readonly View[];
  /** Of each tab: this, a hyphen and its id. */
  readonly testId?: string;
}) {
  return (
    <Tabs className="view-tabs" defaultValue={views[0]?.id ?? null} keepMounted={false}>
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
