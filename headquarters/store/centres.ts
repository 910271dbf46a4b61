import type { Instant } from '../../domain/kernel/instant.ts';
import { type CentreDb, type Db, inCentre } from './open-databases.ts';

export interface Centre {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly timeZone: string;
}

/** Answers false when a centre has this id already. */
export async function addCentre(db: Db, centre: Centre, now: Instant): Promise<boolean> {
  const added = await db
    .insertInto('centre')
    .values({
      centre_id: centre.id,
      name: centre.name,
      address: centre.address,
      phone: centre.phone,
      email: centre.email,
      time_zone: centre.timeZone,
      created_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('centre_id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function centresOf(db: Db | CentreDb): Promise<Centre[]> {
  const rows = await db.selectFrom('centre').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    id: row.centre_id,
    name: row.name,
    address: row.address,
    phone: row.phone,
    email: row.email,
    timeZone: row.time_zone,
  }));
}

export async function centreOf(db: Db | CentreDb, id: string): Promise<Centre | undefined> {
  return (await centresOf(db)).find((centre) => centre.id === id);
}

export interface AuditEntry {
  readonly id: string;
  readonly at: Instant;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
}

/** Who changed what of a centre here; never changed again. */
export async function noteAudit(db: Db, centre: string, entry: AuditEntry): Promise<void> {
  await inCentre(db, centre, (transaction) =>
    transaction
      .insertInto('audit_entry')
      .values({
        centre_id: centre,
        entry_id: entry.id,
        at: entry.at,
        actor: entry.actor,
        action: entry.action,
        subject: entry.subject,
      })
      .execute(),
  );
}
