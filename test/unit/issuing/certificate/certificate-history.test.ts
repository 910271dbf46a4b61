import { describe, expect, test } from 'vitest';
import { vaccinationCertificate } from '../../../../domain/certificates/vaccination-entry.ts';
import { historyOf } from '../../../../issuing/certificate/certificate-history.ts';
import { certificateFacts } from '../../../support/certificate-facts.ts';

describe('the name in a certificate', () => {
  const entry = vaccinationCertificate(certificateFacts({ givenName: 'Jörg', familyName: 'Müller' }));
  if (!entry.ok) throw new Error(entry.refusal);
  const named = (nam: object) =>
    historyOf({
      kind: 'hcert',
      issuer: 'XX',
      content: { ...entry.value, nam: { ...entry.value.nam, ...nam } },
    });

  test('is the written one', () => {
    expect(named({})).toMatchObject({ givenName: 'Jörg', familyName: 'Müller' });
  });

  test.each([
    ['empty', { fn: '', gn: '' }],
    ['blank', { fn: ' ', gn: '  ' }],
    ['null', { fn: null, gn: null }],
    ['absent', { fn: undefined, gn: undefined }],
  ])('is the one for machines where the written one is %s', (_what, nam) => {
    expect(named(nam)).toMatchObject({ givenName: 'JOERG', familyName: 'MUELLER' });
  });
});
