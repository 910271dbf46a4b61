import path from 'node:path';

/** `--dir DIR` as one word: Electron knows switches only as `--dir=DIR`. A path counts from where the user stands. */
export function joinDirectory(words, standing = process.env.INIT_CWD ?? process.cwd()) {
  const at = words.indexOf('--dir');
  if (at < 0 || words[at + 1] === undefined) return words;
  const dir = path.resolve(standing, words[at + 1]);
  return [...words.slice(0, at), `--dir=${dir}`, ...words.slice(at + 2)];
}
