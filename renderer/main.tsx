import './base-styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectToStation } from './client.ts';
import { startI18n } from './i18n/start-i18n.ts';
import { texts } from './i18n/texts.ts';

const root = document.getElementById('root');
if (root) {
  startI18n(texts);
  createRoot(root).render(
    <StrictMode>
      <App client={connectToStation()} />
    </StrictMode>,
  );
}
