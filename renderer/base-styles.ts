// For every page of the window, in this order: what comes later overrides what is before it, and a page that read some
// of it alone would let the bundler put that part first.
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
