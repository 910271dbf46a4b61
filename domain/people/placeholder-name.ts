/**
 * What is written where somebody's name is not known. People are called Null, None, Test and Ohne: only what nobody is
 * called. `NN` counts in capitals alone.
 */
export function isPlaceholderName(name: string): boolean {
  const text = name.trim();
  if (text.length > 20) return false;
  return /^N{2}$/.test(text) || placeholder.test(text);
}

const placeholder =
  /^(?:n\.\s?n\.?|nomen nescio|(?:name )?unbekannt|(?:name )?unknown|unbek\.|keine angaben?|k\.\s?a\.|n\/a|kein name|no name|n\.\s?b\.|not known|inconnue?|x{3,}|tbd|tba)$/i;
