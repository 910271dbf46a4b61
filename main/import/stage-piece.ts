import type { Actor } from '../../domain/staff/actor.ts';
import { type ImportRow, stageRow } from '../store/tables/import/imports.ts';
import type { ImportStation } from './import-station.ts';
import { inSlices } from './in-slices.ts';
import type { RowReader, StagedRow } from './staged-row.ts';

const STAGE_ROWS = 200;

export interface BeginImport {
  readonly importId: string;
  readonly fileName: string;
  readonly size: number;
  readonly format: 'csv' | 'fhir';
  readonly reader: RowReader;
  readonly actor: Actor;
}

/** A file that is brought in, as far as it was read. */
export interface Reading extends BeginImport {
  /** Bytes. */
  read: number;
  nextChunk: number;
  rows: number;
  isEnded: boolean;
  open: OpenPiece | undefined;
  /** Pieces are staged one after the other. */
  turn: Promise<void>;
}

/** A piece of it whose rows are not all staged. */
interface OpenPiece {
  readonly piece: number | 'end';
  readonly rows: Iterator<StagedRow>;
  left: StagedRow[];
}

export function beginReading(file: BeginImport): Reading {
  const nothing = { read: 0, nextChunk: 0, rows: 0, isEnded: false, open: undefined };
  return { ...file, ...nothing, turn: Promise.resolve() };
}

interface Piece {
  readonly piece: number | 'end';
  /** Hands its bytes to the reader. */
  readonly rows: () => Iterable<StagedRow>;
  /** False once another file took the place of this one. */
  readonly isWanted: () => boolean;
}

/**
 * Stages what a piece of a file holds. Of a piece that a fault stopped, the same piece once more stages what is left:
 * the reader has its bytes already, and gives each row once.
 */
export function stagePiece(station: ImportStation, reading: Reading, piece: Piece): Promise<void> {
  const work = () => stage(station, reading, piece);
  reading.turn = reading.turn.then(work, work);
  return reading.turn;
}

async function stage(
  { db, newId }: ImportStation,
  reading: Reading,
  { piece, rows, isWanted }: Piece,
): Promise<void> {
  if (reading.isEnded || (piece !== 'end' && piece < reading.nextChunk)) return;
  if (reading.open?.piece !== piece) reading.open = { piece, rows: rows()[Symbol.iterator](), left: [] };
  const { open } = reading;
  await inSlices(() => {
    if (!isWanted()) return false;
    for (let next = nextOf(open); next; next = nextOf(open)) open.left.push(next);
    if (open.left.length === 0) return false;
    db.transactUnsynced(() => {
      for (const { row, verdict, data } of open.left) {
        const person_id = (verdict === 'add' ? newId() : null) as ImportRow['person_id'];
        stageRow(db, reading.importId, { row, verdict, person_id, data: JSON.stringify(data) });
      }
    });
    reading.rows += open.left.length;
    open.left = [];
    return true;
  });
  reading.open = undefined;
  if (piece === 'end') reading.isEnded = true;
  else reading.nextChunk = piece + 1;
}

/** The next row, as long as one transaction has room for it. */
function nextOf({ rows, left }: OpenPiece): StagedRow | undefined {
  const next = left.length < STAGE_ROWS ? rows.next() : undefined;
  return next && !next.done ? next.value : undefined;
}
