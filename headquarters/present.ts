import type { Headquarters } from './headquarters.ts';
import type { Present } from './store/measured-span.ts';

/** What a span of time is held against. */
export async function presentOf({
  now,
  uptime,
  clock,
}: Pick<Headquarters, 'now' | 'uptime' | 'clock'>): Promise<Present> {
  return { at: now(), ...(uptime ? { uptime: uptime() } : {}), isTrusted: await clock.isTrusted() };
}
