import { createTheme, Modal } from '@mantine/core';

/** Colours and sizes live in theme.css: the content policy lets nothing inject styles at run time. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: 8,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: "'Noto Sans', system-ui, sans-serif",
  components: {
    // Locking the scroll would insert a style element.
    Modal: Modal.extend({
      defaultProps: { lockScroll: false, centered: true, transitionProps: { duration: 0 } },
    }),
  },
});
