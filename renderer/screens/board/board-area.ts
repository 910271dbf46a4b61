import { IconLayoutBoard } from '@tabler/icons-react';
import { area } from '../area.ts';
import { BoardScreen } from './board-screen.tsx';
import { boardRefusals, boardTexts } from './board-texts.ts';
import { visitTexts } from './visit-texts.ts';

export const boardArea = area({
  id: 'board',
  name: { de: 'Tagestafel', en: 'Day board' },
  icon: IconLayoutBoard,
  access: 'signed-in',
  Screen: BoardScreen,
  texts: { board: boardTexts, visit: visitTexts },
  refusals: boardRefusals,
});
