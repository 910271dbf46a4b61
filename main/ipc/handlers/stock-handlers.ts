import type { stockContract } from '../../../contracts/ipc/stock-contract.ts';
import { lotTraceCsv } from '../../../documents/lot-trace-csv.ts';
import { accept, refuse } from '../../../domain/kernel/result.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { confirmVialData } from '../../commands/stock/confirm-vial-data.ts';
import { discardVial, openVial } from '../../commands/stock/handle-vials.ts';
import { addFridge, noteTemperature, removeFridge } from '../../commands/stock/keep-fridges.ts';
import { blockLot, countStock, extendExpiry, releaseLot } from '../../commands/stock/keep-lots.ts';
import { receiveStock } from '../../commands/stock/receive-stock.ts';
import { readVialCode } from '../../queries/stock/read-vial.ts';
import { stockOverview } from '../../queries/stock/stock-overview.ts';
import { tracedDoses, traceLot } from '../../queries/stock/trace-lot.ts';
import { vialForDose } from '../../queries/stock/vial-for-dose.ts';
import type { HandlersOf } from '../handler.ts';

export const stockHandlers: HandlersOf<keyof typeof stockContract> = {
  'stock.confirm-vial-data': (station, input, { actor }) => confirmVialData(station, actor, input),
  'stock.confirm-vial-data-with-doctor': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) => {
    if (!approvedBy) throw new Error('data of vials were to be confirmed without a doctor');
    return confirmVialData(station, actor, { ...input, approvedBy });
  },
  'stock.overview': (station) => accept(stockOverview(station)),
  'stock.read-vial': (station, { texts }) => accept(readVialCode(station, texts)),
  'stock.vial-for-dose': (station, input) => accept(vialForDose(station, input)),
  'stock.receive': (station, input, { actor }) => receiveStock(station, actor, input),
  'stock.open-vial': (station, input, { actor }) => openVial(station, actor, input),
  'stock.discard': (station, input, { actor }) => discardVial(station, actor, input),
  'stock.count': (station, input, { actor }) => countStock(station, actor, input),
  'stock.block': (station, input, { actor }) => blockLot(station, actor, input),
  'stock.release': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) => {
    if (!approvedBy) throw new Error('a lot was to be released without a second person');
    return releaseLot(station, actor, { ...input, approvedBy });
  },
  'stock.extend': (station, input, { actor }) => extendExpiry(station, actor, input),
  'stock.add-fridge': (station, input, { actor }) => addFridge(station, actor, input),
  'stock.remove-fridge': (station, input, { actor }) => removeFridge(station, actor, input),
  'stock.note-temperature': (station, input, { actor }) => noteTemperature(station, actor, input),
  'stock.trace': (station, { lot }, { roles }) => accept(traceLot(station, lot, roles)),
  'stock.trace-file': (station, { lot, language }, { actor }) => {
    const { doses, people, notNamed } = tracedDoses(station, lot);
    if (doses.length === 0) return refuse('lot-given-to-nobody');
    noteDisclosure(station, actor, { kind: 'lot-trace-csv', people });
    const text = lotTraceCsv({ lot, doses, notNamed }, language);
    const name = language === 'de' ? 'Charge' : 'Lot';
    const fileName = `${name}-${lot.replace(/[^A-Za-z0-9-]/g, '_')}.csv`;
    return accept({ fileName, mediaType: 'text/csv', base64: Buffer.from(text).toString('base64') });
  },
};
