import type { Instant } from '../../domain/kernel/instant.ts';
import type { CentreDb } from './open-databases.ts';

/** A device wants to be told of a pass. Answers whether that is new. */
export async function registerDevice(
  db: CentreDb,
  centre: string,
  registration: {
    readonly deviceId: string;
    readonly passId: string;
    readonly pushToken: string;
    readonly change: number;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { deviceId, passId, pushToken, change, at } = registration;
  await db
    .insertInto('wallet_device')
    .values({ centre_id: centre, device_id: deviceId, push_token: pushToken })
    .onConflict((conflict) =>
      conflict.columns(['centre_id', 'device_id']).doUpdateSet({ push_token: pushToken, gone_at: null }),
    )
    .execute();
  const added = await db
    .insertInto('wallet_registration')
    .values({
      centre_id: centre,
      device_id: deviceId,
      pass_id: passId,
      registered_at: at,
      // It fetched the pass just before: what changed since is told, what it has is not.
      sent_change: change,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('device_id')
    .executeTakeFirst();
  return added !== undefined;
}

export async function unregisterDevice(db: CentreDb, deviceId: string, passId: string): Promise<void> {
  await db
    .deleteFrom('wallet_registration')
    .where('device_id', '=', deviceId)
    .where('pass_id', '=', passId)
    .execute();
  await db
    .deleteFrom('wallet_device')
    .where('device_id', '=', deviceId)
    .where((is) =>
      is.not(
        is.exists(is.selectFrom('wallet_registration').select('pass_id').where('device_id', '=', deviceId)),
      ),
    )
    .execute();
}

/** Passes of a device that changed after a count, and the count of the newest of them. */
export async function changedPasses(
  db: CentreDb,
  deviceId: string,
  since: number,
): Promise<{ passIds: string[]; newest: number }> {
  const rows = await db
    .selectFrom('wallet_registration')
    .innerJoin('pass', (join) =>
      join
        .onRef('pass.centre_id', '=', 'wallet_registration.centre_id')
        .onRef('pass.pass_id', '=', 'wallet_registration.pass_id'),
    )
    .select(['pass.pass_id', 'pass.change'])
    .where('device_id', '=', deviceId)
    .where('pass.change', '>', since)
    .orderBy('pass.change')
    .execute();
  const newest = rows.at(-1)?.change ?? since;
  if (rows.length > 0)
    await db
      .updateTable('wallet_registration')
      .set({ listed_change: newest })
      .where('device_id', '=', deviceId)
      .where(
        'pass_id',
        'in',
        rows.map(({ pass_id }) => pass_id),
      )
      .execute();
  return { passIds: rows.map(({ pass_id }) => pass_id), newest };
}

/**
 * A pass that will not change again was fetched: nothing is kept of the phone any longer, where it was certainly this
 * one. Of several that share a pass each ends its own registration.
 */
export async function forgetOnlyDevice(db: CentreDb, passId: string, change: number): Promise<void> {
  const devices = await db
    .selectFrom('wallet_registration')
    .select(['device_id', 'listed_change'])
    .where('pass_id', '=', passId)
    .execute();
  const [only] = devices;
  if (devices.length === 1 && only && only.listed_change >= change)
    await unregisterDevice(db, only.device_id, passId);
}

/** Somebody fetched the pass as it was at this change; which device does not say. */
export async function noteFetched(db: CentreDb, passId: string, change: number): Promise<void> {
  await db
    .updateTable('wallet_registration')
    .set({ fetched_change: change })
    .where('pass_id', '=', passId)
    .where('listed_change', '>=', change)
    .where('fetched_change', '<', change)
    .execute();
}

export interface DueDevice {
  readonly deviceId: string;
  readonly pushToken: string;
  /** The newest change of a pass of theirs. */
  readonly change: number;
}

/** Devices with a pass that changed since they were told last. */
export async function dueDevices(db: CentreDb, limit: number): Promise<DueDevice[]> {
  return db
    .selectFrom('wallet_registration')
    .innerJoin('pass', (join) =>
      join
        .onRef('pass.centre_id', '=', 'wallet_registration.centre_id')
        .onRef('pass.pass_id', '=', 'wallet_registration.pass_id'),
    )
    .innerJoin('wallet_device', (join) =>
      join
        .onRef('wallet_device.centre_id', '=', 'wallet_registration.centre_id')
        .onRef('wallet_device.device_id', '=', 'wallet_registration.device_id'),
    )
    .select((is) => [
      'wallet_device.device_id as deviceId',
      'wallet_device.push_token as pushToken',
      is.fn.max('pass.change').as('change'),
    ])
    .whereRef('pass.change', '>', 'wallet_registration.sent_change')
    .where('wallet_device.gone_at', 'is', null)
    .groupBy(['wallet_device.device_id', 'wallet_device.push_token'])
    .limit(limit)
    .execute();
}

export async function noteSent(db: CentreDb, deviceId: string, change: number): Promise<void> {
  await db
    .updateTable('wallet_registration')
    .set({ sent_change: change })
    .where('device_id', '=', deviceId)
    .where('sent_change', '<', change)
    .execute();
}

/** Apple says that the token ended at that time: nothing is sent until the device registers again later. */
export async function noteGone(
  db: CentreDb,
  device: { readonly deviceId: string; readonly pushToken: string; readonly at: Date },
): Promise<void> {
  await db
    .updateTable('wallet_device')
    .set({ gone_at: device.at })
    .where('device_id', '=', device.deviceId)
    .where('push_token', '=', device.pushToken)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('wallet_registration')
            .select('pass_id')
            .where('device_id', '=', device.deviceId)
            .where('registered_at', '>', device.at),
        ),
      ),
    )
    .execute();
}
