import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useFormats } from '../../i18n/use-formats.ts';

type Left = ChannelOutput<'staff.views'>;

/** What left the station as a file: by whom, in which form, and about how many people. */
export function Disclosures({ disclosures }: Pick<Left, 'disclosures'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (disclosures.length === 0) return null;
  return (
    <section className="staff-left" aria-labelledby="staff-disclosures">
      <h2 id="staff-disclosures">{t('staff.left.disclosures')}</h2>
      <table className="staff-table" aria-labelledby="staff-disclosures" data-testid="disclosures">
        <thead>
          <tr>
            <th scope="col">{t('staff.views.at')}</th>
            <th scope="col">{t('staff.views.staff')}</th>
            <th scope="col">{t('staff.left.what')}</th>
            <th scope="col">{t('staff.left.people')}</th>
          </tr>
        </thead>
        <tbody>
          {disclosures.map(({ disclosureId, at, staffName, kind, people }) => (
            <tr key={disclosureId}>
              <td>{formats.clock(at)}</td>
              <td>{staffName ?? t('staff.left.commandLine')}</td>
              <td>{t(`staff.disclosureKinds.${kind}`)}</td>
              <td>{people}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Where data goes since when, and who changed it. */
export function DestinationChanges({ destinations }: Pick<Left, 'destinations'>) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (destinations.length === 0) return null;
  return (
    <section className="staff-left" aria-labelledby="staff-destinations">
      <h2 id="staff-destinations">{t('staff.left.destinations')}</h2>
      <table className="staff-table" aria-labelledby="staff-destinations" data-testid="destinations">
        <thead>
          <tr>
            <th scope="col">{t('staff.views.at')}</th>
            <th scope="col">{t('staff.views.staff')}</th>
            <th scope="col">{t('staff.left.where')}</th>
            <th scope="col">{t('staff.left.now')}</th>
            <th scope="col">{t('staff.left.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {destinations.map(({ changeId, at, staffName, destination, changed, ...now }) => (
            <tr key={changeId}>
              <td>{formats.clock(at)}</td>
              <td>{staffName ?? t('staff.left.commandLine')}</td>
              <td>{t(`staff.destinationNames.${destination}`)}</td>
              <td>
                {[
                  now.address ?? t('staff.left.off'),
                  ...(now.publicUrl ? [t('staff.left.publicUrl', { publicUrl: now.publicUrl })] : []),
                  ...(now.proxy ? [t('staff.left.proxy', { proxy: now.proxy })] : []),
                ].join(' · ')}
              </td>
              <td>{changed.map((part) => t(`staff.destinationParts.${part}`)).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
