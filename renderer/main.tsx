import '@fontsource/noto-sans/latin-400.css';
import '@fontsource/noto-sans/latin-600.css';
import '@fontsource/noto-sans/latin-700.css';
import '@fontsource/noto-sans/latin-ext-400.css';
import '@fontsource/noto-sans/latin-ext-600.css';
import '@fontsource/noto-sans/latin-ext-700.css';
import '@mantine/core/styles.css';
import '@mantine/core/styles/default-css-variables.css';
import '../ui/theme.css';
import '../ui/theme-dark.css';
import '../ui/card.css';
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
