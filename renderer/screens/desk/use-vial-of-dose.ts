import { useState } from 'react';
import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { isLot } from '../../../domain/vaccination/lot.ts';
import { useStationQuery } from '../../station-context.tsx';
import type { DoseEntry } from './draft-dose.tsx';
import type { Vial } from './read-vial.ts';

export type VialForDose = ChannelOutput<'stock.vial-for-dose'>;
/** Which of several vials somebody chose, or that a new one is opened. */
export type VialChoice = Pick<ChannelInput<'stock.vial-for-dose'>, 'vialId' | 'opensNew'>;

/**
 * The vial that the dose comes from, as the stock knows it; undefined until it answered. A choice counts for the lot
 * and the scan that it was made for.
 */
export function useVialOfDose(
  entry: Pick<DoseEntry, 'lot' | 'expiresOn'> & { readonly productId: string },
  scanned: Vial | undefined,
) {
  const [chosen, setChosen] = useState<{ lot: string; scan: Vial | undefined; choice: VialChoice }>();
  const { productId, lot, expiresOn } = entry;
  const scan = scanned?.lot === lot ? scanned : undefined;
  const choice = chosen?.lot === lot && chosen.scan === scan ? chosen.choice : {};
  const serial = scan?.serial === undefined ? {} : { serial: scan.serial };
  const { data } = useStationQuery(
    'stock.vial-for-dose',
    {
      productId,
      lot,
      ...(expiresOn ? { expiresOn } : {}),
      ...serial,
      ...choice,
      isScanned: scan !== undefined,
    },
    ['stock'],
    isLot(lot),
  );
  const found = data?.ok && data.value.kind !== 'no-stock' ? data.value : undefined;
  return {
    found,
    choose: (made: VialChoice) => setChosen({ lot, scan, choice: made }),
    vial: found && { ...sourceIn(found), ...serial, objections: [...found.objections] },
  };
}

function sourceIn({ kind, vials }: VialForDose): Pick<NonNullable<DoseEntry['vial']>, 'vialId' | 'opensNew'> {
  const vialId = vials[0]?.vialId;
  if (kind === 'open' && vialId) return { vialId };
  return kind === 'new' ? { opensNew: true } : {};
}
