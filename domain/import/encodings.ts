/** How the bytes of a file may be read as text. `utf-8-twice`: UTF-8 that was taken for Windows-1252 and written as UTF-8 again. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'iso-8859-13',
  'iso-8859-2',
  'iso-8859-16',
  'iso-8859-15',
  'macintosh',
  'macturkish',
  'cp850',
  'cp437',
  'cp852',
  'cp857',
  'cp775',
  'windows-1251',
  'windows-1253',
  'utf-8-twice',
] as const;
export type Encoding = (typeof encodings)[number];

/**
 * Those that give every byte a letter of its own. Where a text is as good in two, the earlier is meant. ISO-8859-13 has
 * the letters of Windows-1257.
 */
export const singleByteEncodings = [
  'windows-1252',
  'windows-1250',
  'windows-1254',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-16',
  'iso-8859-15',
  'macintosh',
  'macturkish',
  'cp850',
  'cp437',
  'cp852',
  'cp857',
  'cp775',
  'windows-1251',
  'windows-1253',
] as const satisfies readonly Encoding[];
