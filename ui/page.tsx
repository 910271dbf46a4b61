import './page.css';
import { IconArrowLeft } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';

export interface PageProps {
  readonly title: ReactNode;
  /** Above the title, where the page was reached from another: its name, and the way there. */
  readonly back?: { readonly name: string; onBack(): void };
  /** Beside the title, small: how old what is shown is, or how much there is. */
  readonly note?: ReactNode;
  /** One sentence below the title, where the title does not say it all. */
  readonly about?: ReactNode;
  /** At the right of the title: what can be done on the whole page. */
  readonly actions?: ReactNode;
  readonly testId?: string;
  /** For what only this page lays out. */
  readonly className?: string;
  readonly children: ReactNode;
}

/** What fills an area of the window: one head, the same distances, and it scrolls by itself. */
export function Page({ title, back, note, about, actions, testId, className, children }: PageProps) {
  const id = useId();
  return (
    <main className={`page ${className ?? ''}`} aria-labelledby={id} data-testid={testId}>
      {back && (
        <button type="button" className="page-back" onClick={back.onBack}>
          <IconArrowLeft size={18} aria-hidden />
          {back.name}
        </button>
      )}
      <div className="page-head">
        <h2 className="page-title" id={id}>
          {title}
        </h2>
        {note && <span className="page-note">{note}</span>}
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {about && <p className="page-about">{about}</p>}
      {children}
    </main>
  );
}
