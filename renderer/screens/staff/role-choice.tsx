import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Role, roles } from '../../../domain/staff/roles.ts';

/** What somebody may do here; several are usual. */
export function RoleChoice({ chosen, onChange }: { chosen: readonly Role[]; onChange(roles: Role[]): void }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group
      label={t('staff.rolesTitle')}
      value={[...chosen]}
      onChange={(values) => onChange(roles.filter((role) => values.includes(role)))}
    >
      <div className="staff-roles">
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={t(`staff.roles.${role}`)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
