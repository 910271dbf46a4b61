import './base-styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { connectToStation } from './client.ts';
import { startI18n } from './i18n/start-i18n.ts';
import { WallBoard } from './wall/wall-board.tsx';
import { wallTexts } from './wall/wall-texts.ts';

const root = document.getElementById('root');
if (root) {
  startI18n({ de: { wall: wallTexts.de }, en: { wall: wallTexts.en } });
  createRoot(root).render(
    <StrictMode>
      <WallBoard client={connectToStation()} onClose={() => window.close()} />
    </StrictMode>,
  );
}
