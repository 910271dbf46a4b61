import { expect, test } from 'vitest';
import { stationContract } from '../../../contracts/ipc/station-contract.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';

test('a draft and an organisation are named without characters that turn the text around them', () => {
  const input = stationContract['templates.save-draft'].input.parse({
    requestId: crypto.randomUUID(),
    draftId: crypto.randomUUID(),
    name: 'Herbst\u202e',
    template: standardTemplate('Zentrum \u202eNord\u2066'),
  });
  expect(input.name).toBe('Herbst');
  expect(input.template.organisationName).toBe('Zentrum Nord');
  expect(input.template.description.de).toBe('Impfpass Zentrum Nord');
});

test('a file is kept under such a name too', () => {
  const { fileName } = stationContract['import.begin'].input.shape;
  expect(fileName.parse('liste\u202evsc.exe')).toBe('listevsc.exe');
});
