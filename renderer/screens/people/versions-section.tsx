import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { Card } from '../../../ui/card.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useDetailRows } from './use-detail-rows.ts';

type Version = PersonRecord['versions'][number];

/** What the record said before, what it says since, when that was written and by whom. */
export function VersionsSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  return (
    <Card title={t('people.versions')}>
      <ol className="people-versions" data-testid="versions">
        {record.versions.map((version, index) => (
          <VersionEntry key={version.recordedAt} version={version} before={record.versions[index + 1]} />
        ))}
      </ol>
    </Card>
  );
}

function VersionEntry({ version, before }: { version: Version; before: Version | undefined }) {
  const { t } = useTranslation();
  const { moment } = useFormats();
  const rows = useDetailRows();
  const earlier = new Map(before && rows(before.details).map(({ name, value }) => [name, value]));
  const now = new Map(rows(version.details).map(({ name, value }) => [name, value]));
  const changed = [...new Set([...now.keys(), ...earlier.keys()])].filter(
    (name) => now.get(name) !== earlier.get(name),
  );
  const by = version.by ?? t('people.byStation');
  return (
    <li>
      <strong>
        {before && version.why ? t(`people.correctionReasons.${version.why}`) : t('people.registered')}
      </strong>{' '}
      <span className="station-dim">{t('people.writtenBy', { at: moment(version.recordedAt), by })}</span>
      {before &&
        changed.map((name) => (
          <p key={name} className="people-change">
            {t(`people.fields.${name}`)}: <del>{earlier.get(name) ?? '–'}</del>{' '}
            <ins>{now.get(name) ?? '–'}</ins>
          </p>
        ))}
    </li>
  );
}
