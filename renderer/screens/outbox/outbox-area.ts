import { IconSend } from '@tabler/icons-react';
import { area } from '../area.ts';
import { OutboxScreen } from './outbox-screen.tsx';
import { outboxTexts } from './outbox-texts.ts';

export const outboxArea = area({
  id: 'outbox',
  name: { de: 'Ausgang', en: 'Outbox' },
  icon: IconSend,
  access: 'signed-in',
  Screen: OutboxScreen,
  texts: { outbox: outboxTexts },
});
