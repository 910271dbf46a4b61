import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';

type Left = ChannelOutput<'staff.views'>;

/** What left the station as a file: by whom, in which form, and about how many people. */
export function Disclosures({ disclosures }: Pick<Left, 'disclosures'>) {
  const { t } = useTranslation();
  return (
    <WhatLeft
      id="disclosures"
      title={t('staff.left.disclosures')}
      columns={[t('staff.left.what'), t('staff.left.people')]}
      entries={disclosures.map(({ disclosureId, at, staffName, kind, people }) => ({
        id: disclosureId,
        at,
        staffName,
        cells: [t(`staff.disclosureKinds.${kind}`), people],
      }))}
    />
  );
}

/** Where data goes since when, and who changed it. */
export function DestinationChanges({ destinations }: Pick<Left, 'destinations'>) {
  const { t } = useTranslation();
  return (
    <WhatLeft
      id="destinations"
      title={t('staff.left.destinations')}
      columns={[t('staff.left.where'), t('staff.left.now'), t('staff.left.changed')]}
      entries={destinations.map(({ changeId, at, staffName, destination, changed, ...now }) => ({
        id: changeId,
        at,
        staffName,
        cells: [
          t(`staff.destinationNames.${destination}`),
          [
            now.address ?? t('staff.left.off'),
            ...(now.publicUrl ? [t('staff.left.publicUrl', { publicUrl: now.publicUrl })] : []),
            ...(now.proxy ? [t('staff.left.proxy', { proxy: now.proxy })] : []),
          ].join(' · '),
          changed.map((part) => t(`staff.destinationParts.${part}`)).join(', '),
        ],
      }))}
    />
  );
}

interface Entry {
  readonly id: string;
  readonly at: Instant;
  /** Absent where it was done on the command line. */
  readonly staffName?: string | undefined;
  /** One for each column. */
  readonly cells: readonly ReactNode[];
}

/** When, who, and what more there is to say; nothing where nothing left. */
function WhatLeft({
  id,
  title,
  columns,
  entries,
}: {
  id: string;
  title: string;
  columns: readonly string[];
  entries: readonly Entry[];
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (entries.length === 0) return null;
  return (
    <Card title={title}>
      <Table className="staff-table" aria-label={title} data-testid={id}>
        <thead>
          <tr>
            {[t('staff.views.at'), t('staff.views.staff'), ...columns].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              <td>{formats.clock(entry.at)}</td>
              <td>{entry.staffName ?? t('staff.left.commandLine')}</td>
              {columns.map((column, index) => (
                <td key={column}>{entry.cells[index]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}
