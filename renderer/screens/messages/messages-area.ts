import { IconSpeakerphone } from '@tabler/icons-react';
import { area } from '../area.ts';
import { MessagesScreen } from './messages-screen.tsx';
import { messagesRefusals, messagesTexts } from './messages-texts.ts';

export const messagesArea = area({
  id: 'messages',
  name: { de: 'Nachrichten', en: 'Messages' },
  icon: IconSpeakerphone,
  access: ['site-lead'],
  Screen: MessagesScreen,
  texts: { messages: messagesTexts },
  refusals: messagesRefusals,
});
