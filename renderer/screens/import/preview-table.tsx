import { useTranslation } from 'react-i18next';
import type { PreviewRow } from '../../../contracts/ipc/import-contract.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { Table } from '../../../ui/table.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationStatus } from '../../station-context.tsx';

/** The first rows as people, or why they are none. */
export function PreviewTable({ rows }: { rows: readonly PreviewRow[] }) {
  const { t } = useTranslation();
  const { language, date, clock } = useFormats();
  const zone = useStationStatus()?.timeZone ?? 'Europe/Berlin';
  return (
    <section className="card" aria-labelledby="import-preview">
      <h3 id="import-preview">{t('import.preview')}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reachable by keyboard */}
      <section className="import-scroll" tabIndex={0} aria-labelledby="import-preview">
        <Table className="import-table" data-testid="import-preview">
          <thead>
            <tr>
              <th scope="col">{t('import.row')}</th>
              <th scope="col">{t('import.person')}</th>
              <th scope="col">{t('import.birthDate')}</th>
              <th scope="col">{t('import.dates')}</th>
              <th scope="col">{t('import.number')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells, person, faults }) => (
              <tr key={row} data-faulty={faults.length > 0}>
                <th scope="row">{row}</th>
                {person ? (
                  <>
                    <td>
                      <bdi>{[person.familyName, person.givenName].filter(Boolean).join(', ')}</bdi>
                    </td>
                    <td>{date(person.birthDate)}</td>
                    <td>
                      {person.appointments
                        .map(
                          ({ plannedDose, startsAt }) =>
                            `${plannedDose}. ${date(plainDateAt(startsAt, zone))} ${clock(startsAt)}`,
                        )
                        .join(', ')}
                    </td>
                    <td>
                      {[person.externalId, ...faults.map((sentence) => sentence[language])]
                        .filter(Boolean)
                        .join(' · ')}
                    </td>
                  </>
                ) : (
                  <td colSpan={4}>
                    {faults.length > 0
                      ? faults.map((sentence) => sentence[language]).join(' ')
                      : cells[0] || t('import.rowEmpty')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </Table>
      </section>
    </section>
  );
}
