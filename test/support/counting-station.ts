import type { Station } from '../../main/station.ts';
import type { SqlValue, WritableDb } from '../../main/store/database.ts';

/** The same station on the same store, with every statement noted that it runs there. */
export function countingStation(station: Station): { station: Station; statements: string[] } {
  const { db } = station;
  const statements: string[] = [];
  const noted = (sql: string) => {
    statements.push(sql);
    return sql;
  };
  const counting: WritableDb = {
    all: <Row>(sql: string, ...values: SqlValue[]) => db.all<Row>(noted(sql), ...values),
    first: <Row>(sql: string, ...values: SqlValue[]) => db.first<Row>(noted(sql), ...values),
    each: <Row>(sql: string, ...values: SqlValue[]) => db.each<Row>(noted(sql), ...values),
    run: (sql, ...values) => db.run(noted(sql), ...values),
    exec: (script) => db.exec(noted(script)),
    pragma: (text) => db.pragma(text),
    transact: (work) => db.transact(work),
    transactUnsynced: (work) => db.transactUnsynced(work),
    get isSynced() {
      return db.isSynced;
    },
    close: () => db.close(),
  };
  return { station: { ...station, db: counting }, statements };
}
