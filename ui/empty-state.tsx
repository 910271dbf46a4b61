import './empty-state.css';
import type { ReactNode } from 'react';

/** Where nothing is: one sentence that says so and what brings something here, and the button for it if there is one. */
export function EmptyState({
  children,
  action,
  testId,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
  readonly testId?: string;
}) {
  return (
    <div className="empty-state" data-testid={testId}>
      <p>{children}</p>
      {action}
    </div>
  );
}
