import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { Card } from '../../../ui/card.tsx';
import { listName } from '../../components/list-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useMay } from '../../session/use-may.ts';
import { LinkDialog, type LinkWish } from './link-dialog.tsx';

/** Other records of the same person, which linking keeps: each shows the doses of both. And whom somebody told apart. */
export function LinksSection({ record }: { record: PersonRecord }) {
  const { t } = useTranslation();
  const { place } = useNavigation();
  const mayLink = useMay(mayKeepRecords) && record.status === 'registered';
  const [dialog, setDialog] = useState<LinkWish | undefined>(
    mayLink && place.linkWith !== undefined ? { linkWith: place.linkWith } : undefined,
  );
  return (
    <Card
      title={t('people.links')}
      actions={
        mayLink && (
          <Button size="compact-md" variant="light" onClick={() => setDialog({})} data-testid="link">
            {t('people.link')}
          </Button>
        )
      }
    >
      {record.linked.length === 0 && <p className="station-dim">{t('people.noLinks')}</p>}
      <ul className="people-list" data-testid="links">
        {record.linked.map((other) => (
          <li key={other.personId}>
            <OtherRecord other={other} />
            {mayLink && other.isDirect && (
              <Button
                variant="default"
                size="compact-md"
                onClick={() => setDialog({ unlinkFrom: other.personId })}
                data-testid="unlink"
              >
                {t('people.unlink')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {record.toldApart.length > 0 && (
        <>
          <h4>{t('people.toldApart')}</h4>
          <ul className="people-list" data-testid="told-apart">
            {record.toldApart.map((other) => (
              <li key={other.personId}>
                <OtherRecord other={other} />
                {mayLink && (
                  <Button
                    variant="default"
                    size="compact-md"
                    onClick={() => setDialog({ linkWith: other.personId })}
                    data-testid="compare-told-apart"
                  >
                    {t('people.compare')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {dialog && <LinkDialog record={record} wish={dialog} onClose={() => setDialog(undefined)} />}
    </Card>
  );
}

/** Whose record it is; a press opens it. */
function OtherRecord({ other }: { other: PersonRecord['toldApart'][number] }) {
  const { t } = useTranslation();
  const { date } = useFormats();
  const { go } = useNavigation();
  return (
    <Button
      variant="subtle"
      size="compact-md"
      onClick={() => go({ screen: 'people', personId: other.personId })}
    >
      <bdi>{listName(other)}</bdi>, {t('person.born', { date: date(other.birthDate) })}
    </Button>
  );
}
