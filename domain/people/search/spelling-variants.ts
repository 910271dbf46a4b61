const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter words have too many neighbours, longer ones cost too many look-ups. */
const shortest = 4;
const longest = 14;

/** Every folded word one slip away: a letter left out, doubled, wrong, too many, or two changed over. */
export function spellingVariants(word: string): Set<string> {
  const found = new Set<string>();
  if (word.length < shortest || word.length > longest || !/^[a-z]+$/.test(word)) return found;
  for (let at = 0; at <= word.length; at++) {
    const [front, back] = [word.slice(0, at), word.slice(at)];
    if (back !== '') found.add(front + back.slice(1));
    if (back.length > 1) found.add(front + back.charAt(1) + back.charAt(0) + back.slice(2));
    for (const letter of letters) {
      if (back !== '') found.add(front + letter + back.slice(1));
      found.add(front + letter + back);
    }
  }
  found.delete(word);
  return found;
}
