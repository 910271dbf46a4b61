import './base-styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { connectToStation } from './client.ts';
import { startI18n } from './i18n/start-i18n.ts';
import { texts } from './i18n/texts.ts';
import { keepOnPage } from './keep-on-page.ts';

const root = document.getElementById('root');
if (root) {
  startI18n(texts);
  const client = connectToStation();
  if (client.shell === 'browser') keepOnPage(window);
  createRoot(root).render(
    <StrictMode>
      <App client={client} />
    </StrictMode>,
  );
}
