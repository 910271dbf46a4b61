import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/** Switches of Chromium and Node that open the window, or what runs behind it, to other programs. */
const forbidden = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-port',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'allow-file-access-from-files',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
] as const;

/** The first switch with which a live centre does not start. */
export function forbiddenSwitch(has: (name: string) => boolean): string | undefined {
  return forbidden.find(has);
}

export function forbiddenSentence(name: string): Bilingual {
  return {
    de: `Mit --${name} könnten andere Programme mitlesen. Ein Impfzentrum im Echtbetrieb startet damit nicht. Bitte ohne diesen Schalter starten.`,
    en: `With --${name} other programs could read along. A live vaccination centre does not start with it. Please start without this switch.`,
  };
}
