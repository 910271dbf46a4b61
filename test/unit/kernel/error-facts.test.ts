import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorFacts } from '../../../domain/kernel/error-facts.ts';

describe('what a log says of an error', () => {
  test('is its name, its code and where it broke', () => {
    const error = Object.assign(new RangeError('Zwiebelkuchen'), { code: 'SQLITE_FULL' });
    expect(errorFacts(error)).toMatchObject({ error: 'RangeError', errorCode: 'SQLITE_FULL' });
    expect(errorFacts(error).at).toContain('error-facts.test.ts');
  });

  test('quotes nothing that somebody typed, whatever lines it has', () => {
    const typed = fc.array(fc.constantFrom('\n', '    at ', ' (', ':1:2', 'Error: ', 'x'), { maxLength: 12 });
    fc.assert(
      fc.property(typed, (parts) => {
        const error = new Error(`${parts.join('')}\n    at Zwiebelkuchen (a:1:2)${parts.join('')}`);
        expect(JSON.stringify(errorFacts(error))).not.toContain('Zwiebelkuchen');
      }),
    );
  });

  test('quotes no text that is not JSON', () => {
    const parse = () => JSON.parse('\n  at Xaver');
    expect(parse).toThrow('Xaver');
    try {
      parse();
    } catch (error) {
      expect(JSON.stringify(errorFacts(error))).not.toContain('Xaver');
    }
  });

  test('quotes nothing of a message that was changed after it was thrown', () => {
    const error = new Error('a\n    at Zwiebelkuchen');
    expect(error.stack).toContain('Zwiebelkuchen');
    error.message = 'changed';
    expect(JSON.stringify(errorFacts(error))).not.toContain('Zwiebelkuchen');
  });
});
