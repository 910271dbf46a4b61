import { IconTableImport } from '@tabler/icons-react';
import { area } from '../area.ts';
import { importRefusals } from './import-refusals.ts';
import { ImportScreen } from './import-screen.tsx';
import { importTexts } from './import-texts.ts';

export const importArea = area({
  id: 'import',
  name: { de: 'Listen', en: 'Lists' },
  icon: IconTableImport,
  access: ['site-lead', 'headquarters'],
  Screen: ImportScreen,
  texts: { import: importTexts },
  refusals: importRefusals,
});
