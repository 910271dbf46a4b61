import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Instant } from '../../domain/kernel/instant.ts';
import { createTrialAuthority, type TrialAuthority } from '../../issuing/keys/trial-authority.ts';
import { keyFromFile } from '../../main/centre/key-file.ts';
import { openCentre } from '../../main/centre/open-centre.ts';
import { keepSecret } from '../../main/store/secrets.ts';
import { madeOnce } from './made-once.ts';

/**
 * Gives a new directory the empty store that this run prepared: every migration done, and for a trial an authority
 * that holds since the day before `startsAt`. What makes a centre this one (its ids and keys) is not in it yet.
 */
export async function takePreparedStore(
  dir: string,
  mode: 'trial' | 'live',
  startsAt: Instant,
): Promise<void> {
  if (existsSync(dir)) return;
  const day = startsAt.slice(0, 10);
  const prepared = await madeOnce(`store-${mode}-${day}`, async (folder) => {
    const { db } = openCentre(folder, keyFromFile(folder), mode);
    if (mode === 'trial')
      keepSecret(db, 'pass-authority', Buffer.from(JSON.stringify(await authorityOfDay(startsAt))));
    db.close();
  });
  if (prepared) cpSync(prepared, dir, { recursive: true });
}

/** The trial authority that all tests of a run have in common for a day: three RSA keys are a tenth of a second. */
export async function authorityOfDay(at: Instant): Promise<TrialAuthority> {
  const day = at.slice(0, 10);
  const create = () => createTrialAuthority({ now: `${day}T00:00:00.000Z` as Instant, randomBytes });
  const folder = await madeOnce(`authority-${day}`, async (into) =>
    writeFileSync(path.join(into, 'authority.json'), JSON.stringify(await create())),
  );
  return folder ? JSON.parse(readFileSync(path.join(folder, 'authority.json'), 'utf8')) : create();
}
