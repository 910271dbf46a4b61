import PdfDocument from 'pdfkit';
import { describe, expect, test, vi } from 'vitest';
import { PaperText } from '../../../documents/paper-text.ts';

/** A page of its own, and what is written on it, one entry for each part of the font. */
function aPage() {
  const document = new PdfDocument({ margin: 0 });
  const written = vi.spyOn(document, 'text');
  const text = new PaperText(document);
  const line = () => written.mock.calls.map(([part]) => part).join('');
  const end = () => {
    const [part = '', x = 0] = written.mock.calls.at(-1) ?? [];
    return Number(x) + document.widthOfString(String(part));
  };
  return { text, written, line, end };
}

const style = { size: 10 };

describe('one line on paper', () => {
  test('given a name that fits, stands there as it is', () => {
    const { text, line } = aPage();
    text.cut('Mustermann, Erika', 20, 20, 200, style);
    expect(line()).toBe('Mustermann, Erika');
  });

  test.each([
    ['of one script', 'Mustermann-Schmidt-Hohenstein, Erika Maria'],
    ['of several scripts', 'Ștefănescu-Παπαδόπουλος-Достоевская, Nguyễn'],
    ['of letters that lie outside of the first plane', '𝕸𝖚𝖘𝖙𝖊𝖗𝖒𝖆𝖓𝖓 und noch viel mehr Namen'],
  ])('given a name %s that is wider, ends with … and within its width', (_what, name) => {
    const { text, line, end } = aPage();
    text.cut(name, 20, 20, 90, style);
    expect(line()).toMatch(/^.+…$/u);
    expect(end()).toBeLessThanOrEqual(110);
  });

  test('given no room at all, is the … alone', () => {
    const { text, line } = aPage();
    text.cut('Mustermann', 20, 20, 1, style);
    expect(line()).toBe('…');
  });

  test('given a name of several scripts, takes each letter from the part of the font that has it', () => {
    const { text, written } = aPage();
    text.cut('Anna Παπά Толстая', 20, 20, 400, style);
    expect(written.mock.calls.map(([part]) => String(part).trim())).toEqual(['Anna', 'Παπά', '', 'Толстая']);
  });
});
