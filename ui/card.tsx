import './card.css';
import { type ReactNode, useId } from 'react';

export interface CardProps {
  readonly title?: ReactNode;
  /** At the right of its title. */
  readonly actions?: ReactNode;
  readonly testId?: string;
  /** For what only this card lays out. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** A part of a page that belongs together. */
export function Card({ title, actions, testId, className, children }: CardProps) {
  const id = useId();
  return (
    <section
      className={`card ${className ?? ''}`}
      aria-labelledby={title === undefined ? undefined : id}
      data-testid={testId}
    >
      {title !== undefined && (
        <div className="card-head">
          <h3 id={id}>{title}</h3>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
