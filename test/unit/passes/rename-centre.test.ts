import { expect, test } from 'vitest';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { decideRename } from '../../../domain/passes/rename-centre.ts';

const renamed = (template: ReturnType<typeof standardTemplate>, former: string, name: string) =>
  decideRename(template, former, name).data.template;

test('the organisation and the words for a screen reader take the new name, as the next version', () => {
  const template = renamed(standardTemplate('Impfzentrum (Mitte)'), 'Impfzentrum (Mitte)', 'Haus $& Nord');
  expect(template).toMatchObject({
    version: 2,
    organisationName: 'Haus $& Nord',
    description: { de: 'Impfpass Haus $& Nord', en: 'Vaccination pass Haus $& Nord' },
  });
});

test('what somebody wrote stays as it is, also where it uses the same word', () => {
  const before = standardTemplate('Impfzentrum');
  const template = renamed(before, 'Impfzentrum', 'Impfzentrum Nord');
  expect(before.houseRules.de).toContain('ins Impfzentrum,');
  expect(template.houseRules).toEqual(before.houseRules);
  expect(template.logoText).toEqual(before.logoText);
  const own = { ...before, description: { de: 'Pass der Impfzentrumsgruppe', en: 'Pass' } };
  expect(renamed(own, 'Impfzentrum', 'Nord').description.de).toBe('Pass der Impfzentrumsgruppe');
});

test('an organisation of another name keeps it: the fields alone show the centre', () => {
  const own = { ...standardTemplate('Impfzentrum'), organisationName: 'Stadt Musterstadt' };
  expect(renamed(own, 'Impfzentrum', 'Nord')).toMatchObject({
    version: 2,
    organisationName: 'Stadt Musterstadt',
  });
});
