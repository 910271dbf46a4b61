/** `9`, `9:05`, `09.05`, `0905`, `9:05:00`, `9 Uhr`, `2:30 PM` as `HH:MM`. */
export function readClock(text: string): string | undefined {
  const cell = text.trim().toLowerCase();
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?(?::00(?:\.0+)?)?\s*(uhr|am|pm|a\.m\.|p\.m\.)?$/.exec(cell);
  if (!parts) return undefined;
  const half = parts[3]?.[0];
  let hour = Number(parts[1]);
  if (half === 'a' || half === 'p') {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  const minute = Number(parts[2] ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
