import type { texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: (typeof texts)['de'] };
  }
}
