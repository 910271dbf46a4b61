import { IconPalette } from '@tabler/icons-react';
import { area } from '../area.ts';
import { templatesRefusals } from './templates-refusals.ts';
import { TemplatesScreen } from './templates-screen.tsx';
import { templatesTexts } from './templates-texts.ts';

export const templatesArea = area({
  id: 'templates',
  name: { de: 'Vorlage', en: 'Template' },
  icon: IconPalette,
  access: ['site-lead', 'headquarters'],
  Screen: TemplatesScreen,
  texts: { templates: templatesTexts },
  refusals: templatesRefusals,
});
