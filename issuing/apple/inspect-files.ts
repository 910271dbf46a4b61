import type { Report } from './inspection.ts';
import { imageFault } from './pass-images.ts';
import { isPropertyList, readStrings } from './read-strings.ts';

type Files = ReadonlyMap<string, Uint8Array>;

/** Checks images and translations. */
export function inspectFiles(files: Files, report: Report): void {
  inspectImages(files, report);
  inspectTranslations(files, report);
  for (const name of files.keys())
    if (
      !/^(pass|manifest|personalization)\.json$|^signature$|\.png$|^[\w-]+\.lproj\/pass\.strings$/.test(name)
    )
      report('note', { code: 'file-unknown', name });
}

/** Whether there are translations that phones read and this does not. */
export function hasUnreadTranslations(files: Files): boolean {
  return [...files].some(([name, content]) => stringsName.test(name) && isPropertyList(content));
}

/** The translations of each language that can be read. */
export function translationsIn(files: Files): ReadonlyMap<string, string>[] {
  return [...files]
    .filter(([name]) => stringsName.test(name))
    .flatMap(([, content]) => readStrings(content) ?? []);
}

const stringsName = /^[\w-]+\.lproj\/pass\.strings$/;

function inspectImages(files: Files, report: Report): void {
  const images = [...files].filter(([name]) => name.endsWith('.png'));
  const has = (name: string) => images.some(([file]) => file.replace(/^[^/]+\.lproj\//, '') === name);
  if (!has('icon.png') && !has('icon@2x.png') && !has('icon@3x.png'))
    report('error', { code: 'image-missing', name: 'icon.png' });
  else
    for (const name of ['icon.png', 'icon@2x.png', 'icon@3x.png'])
      if (!has(name)) report('warning', { code: 'image-scale-missing', name });
  if (!has('logo.png') && !has('logo@2x.png') && !has('logo@3x.png'))
    report('warning', { code: 'image-scale-missing', name: 'logo.png' });
  for (const [name, content] of images) {
    const fault = imageFault(name, content);
    if (fault) report(fault.code === 'image-not-png' ? 'error' : 'warning', fault);
  }
}

/** Every language must translate what any other one does: a phone shows the bare key of what is missing. */
function inspectTranslations(files: Files, report: Report): void {
  const languages = new Map<string, Map<string, string>>();
  for (const [name, content] of files) {
    if (!stringsName.test(name)) continue;
    if (isPropertyList(content)) {
      report('note', { code: 'strings-not-read', name });
      continue;
    }
    const translations = readStrings(content);
    if (translations) languages.set(name, translations);
    else report('error', { code: 'strings-unreadable', name });
  }
  const keys = new Set([...languages.values()].flatMap((translations) => [...translations.keys()]));
  for (const [name, translations] of languages) {
    const missing = [...keys].filter((key) => !translations.has(key));
    const [key] = missing;
    if (key !== undefined)
      report('warning', { code: 'translation-missing', name, key, count: missing.length });
  }
}
