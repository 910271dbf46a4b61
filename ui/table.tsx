import './table.css';
import type { ComponentProps } from 'react';

/** Rows of the same kind below quiet heads. A cell of figures, dates or times is a `table-figure`. */
export function Table({ className, ...props }: ComponentProps<'table'>) {
  return <table {...props} className={`table ${className ?? ''}`} />;
}
