import type { Headquarters } from './headquarters.ts';
import type { Present } from './store/measured-span.ts';

/** What a span of time is held against. */
export async function presentOf({ now, uptime, clock }: Headquarters): Promise<Present> {
  return { at: now(), ...(uptime ? { uptime: uptime() } : {}), isTrusted: await clock.isTrusted() };
}
