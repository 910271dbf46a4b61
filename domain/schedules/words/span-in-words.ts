import { type Bilingual, inEach } from '../../kernel/bilingual.ts';
import type { Span } from '../evaluation/schedule-book.ts';

const units: Readonly<Record<string, { readonly de: string; readonly deOne: string }>> = {
  year: { de: 'Jahren', deOne: 'Jahr' },
  month: { de: 'Monaten', deOne: 'Monat' },
  week: { de: 'Wochen', deOne: 'Woche' },
  day: { de: 'Tagen', deOne: 'Tag' },
};

/** A span after `ab`, `nach` or `mit`: `12 Jahren`, `12 months minus 4 days`. */
export function spanInWords(span: Span): Bilingual {
  const parts = [...span.matchAll(/(?:([+-]) )?(\d{1,5}) (year|month|week|day)/g)];
  return inEach((language) =>
    parts
      .map(([, sign, digits = '', unit = '']) => {
        const isOne = Number(digits) === 1;
        const german = units[unit];
        if (language === 'en') return `${joint(sign, 'minus', 'and')}${digits} ${unit}${isOne ? '' : 's'}`;
        return `${joint(sign, 'minus', 'und')}${digits} ${isOne ? german?.deOne : german?.de}`;
      })
      .join(''),
  );
}

function joint(sign: string | undefined, minus: string, and: string): string {
  if (sign === undefined) return '';
  return sign === '-' ? ` ${minus} ` : ` ${and} `;
}
