import type { WritableDb } from '../database.ts';
import { StoreFault } from '../store-fault.ts';
import { first } from './0001-first.ts';
import { staffTables } from './0002-staff.ts';
import { peopleTables } from './0003-people.ts';
import { appointmentsTables } from './0004-appointments.ts';
import { importTables } from './0005-import.ts';
import { templatesTables } from './0006-templates.ts';
import { googleWalletTables } from './0007-google-wallet.ts';
import { handoverTables } from './0008-handover.ts';
import { scanningTables } from './0009-scanning.ts';
import { otherCentres } from './0010-other-centres.ts';
import { leanerPersonIndexes } from './0011-leaner-person-indexes.ts';
import { dosesElsewhereTables } from './0012-doses-elsewhere.ts';
import { searchEntries } from './0013-search-entries.ts';
import { passImages } from './0014-pass-images.ts';
import { twoLogs } from './0015-two-logs.ts';
import { productTables } from './0016-products.ts';
import { boundRequests } from './0017-bound-requests.ts';
import { appointmentsByStatus } from './0018-appointments-by-status.ts';
import { whatLeft } from './0019-what-left.ts';
import { stockTables } from './0020-stock.ts';
import { observation } from './0021-observation.ts';
import { adverseEvents } from './0022-adverse-events.ts';
import { dosesByDay } from './0023-doses-by-day.ts';
import { doseCorrections } from './0024-dose-corrections.ts';
import { toldApart } from './0025-told-apart.ts';
import { doseSteps } from './0026-dose-steps.ts';
import { scheduleTables } from './0027-schedules.ts';
import { doseIndication } from './0028-dose-indication.ts';
import { lotLines } from './0029-lot-lines.ts';
import { paperDoses } from './0030-paper-doses.ts';
import { vialDataTable } from './0031-vial-data.ts';
import { replanningTables } from './0032-replannings.ts';
import { correctedLots } from './0033-corrected-lots.ts';
import { numbersOfErased } from './0034-numbers-of-erased.ts';
import { centreMessageTable } from './0035-centre-messages.ts';
import { replacedDoses } from './0036-replaced-doses.ts';
import { endedVisits } from './0037-ended-visits.ts';
import { orderOfReactions } from './0038-order-of-reactions.ts';
import type { Migration } from './migration.ts';

/** Every step so far, gapless and in order. */
export const migrations: readonly Migration[] = [
  first,
  staffTables,
  peopleTables,
  appointmentsTables,
  importTables,
  templatesTables,
  googleWalletTables,
  handoverTables,
  scanningTables,
  otherCentres,
  leanerPersonIndexes,
  dosesElsewhereTables,
  searchEntries,
  passImages,
  twoLogs,
  productTables,
  boundRequests,
  appointmentsByStatus,
  whatLeft,
  stockTables,
  observation,
  adverseEvents,
  dosesByDay,
  doseCorrections,
  toldApart,
  doseSteps,
  scheduleTables,
  doseIndication,
  lotLines,
  paperDoses,
  vialDataTable,
  replanningTables,
  correctedLots,
  numbersOfErased,
  centreMessageTable,
  replacedDoses,
  endedVisits,
  orderOfReactions,
];

/**
 * Brings the schema to this version, each step in a transaction of its own.
 * @throws StoreFault `store-newer` when a later version of the program has been here; nothing is changed then.
 */
export function migrate(db: WritableDb, steps: readonly Migration[] = migrations): void {
  const reached = schemaVersion(db);
  if (reached > steps.length) throw new StoreFault('store-newer');
  for (const step of steps.slice(reached)) {
    db.transact(() => {
      if (schemaVersion(db) >= step.id) return; // another process was quicker
      db.exec(step.sql);
      db.pragma(`user_version = ${step.id}`);
    });
  }
}

/** Whether anything was ever made in this database. */
export function hasSchema(db: WritableDb): boolean {
  return schemaVersion(db) > 0;
}

function schemaVersion(db: WritableDb): number {
  return Number(db.pragma('user_version'));
}
