import { Button, Checkbox, Skeleton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../ui/card.tsx';
import { Table } from '../../../ui/table.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStationQuery } from '../../station-context.tsx';
import { AddStaffDialog } from './add-staff-dialog.tsx';
import type { Member } from './member.ts';
import { MemberActions } from './member-actions.tsx';

/** Everybody on the staff with roles and state; a site lead changes them here. */
export function MemberList({ isLead }: { isLead: boolean }) {
  const { t } = useTranslation();
  const { signedIn } = useSession();
  const sentenceOf = useRefusalSentence();
  const { data } = useStationQuery('staff.list', {}, ['staff']);
  const [showsRemoved, setShowsRemoved] = useState(false);
  const [isAdding, setAdding] = useState(false);
  if (!data) return <Skeleton height={200} mt="md" aria-hidden="true" />;
  if (!data.ok) return <p role="alert">{sentenceOf(data)}</p>;
  const { members } = data.value;
  const active = members.filter(({ isRemoved }) => !isRemoved);
  const shown = showsRemoved ? members : active;
  return (
    <>
      <div className="staff-bar">
        {isLead && (
          <Button size="md" onClick={() => setAdding(true)} data-testid="add-staff">
            {t('staff.add')}
          </Button>
        )}
        {members.length > active.length && (
          <Checkbox
            data-entry="none"
            label={t('staff.showRemoved')}
            checked={showsRemoved}
            onChange={(event) => setShowsRemoved(event.currentTarget.checked)}
          />
        )}
      </div>
      {active.length === 1 && <p className="staff-notice">{t('staff.onlyOne')}</p>}
      <Card>
        <Table className="staff-table" data-testid="members">
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              <th scope="col">{t('staff.rolesTitle')}</th>
              <th scope="col">{t('staff.state')}</th>
              {isLead && <td />}
            </tr>
          </thead>
          <tbody>
            {shown.map((member) => {
              const isSelf = member.staffId === signedIn?.staffId;
              return (
                <tr key={member.staffId}>
                  <th scope="row">
                    {member.name}
                    {isSelf && <span className="station-dim"> ({t('staff.you')})</span>}
                  </th>
                  <td>{member.roles.map((role) => t(`staff.roles.${role}`)).join(', ')}</td>
                  <td data-state={stateOf(member)}>{t(`staff.states.${stateOf(member)}`)}</td>
                  {isLead && (
                    <td>
                      <MemberActions member={member} isSelf={isSelf} />
                    </td>
                  )}
                </tr>
              );
            })}
          </tbody>
        </Table>
      </Card>
      {isAdding && <AddStaffDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function stateOf(member: Member): 'active' | 'locked' | 'new-pin' | 'removed' {
  if (member.isRemoved) return 'removed';
  if (member.isLocked) return 'locked';
  return member.mustChangePin ? 'new-pin' : 'active';
}
