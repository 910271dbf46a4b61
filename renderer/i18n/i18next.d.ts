import type { texts } from './texts.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    interpolationPrefix: '{';
    interpolationSuffix: '}';
    resources: { translation: (typeof texts)['de'] };
  }
}
