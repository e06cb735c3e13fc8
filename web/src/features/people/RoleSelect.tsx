import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import { useTranslation } from 'react-i18next';
import type { Role } from '@/contract/snapshot';
import styles from '@/features/people/people.module.css';

const roles: readonly Role[] = ['viewer', 'commenter', 'editor', 'owner'];

interface Props {
  label: string;
  value: Role;
  onChange: (role: Role) => void;
  fullWidth?: boolean;
}

export function RoleSelect({ label, value, onChange, fullWidth = false }: Props) {
  const { t } = useTranslation();
  return (
    <Select<Role>
      value={value}
      onChange={(event) => onChange(event.target.value)}
      fullWidth={fullWidth}
      inputProps={{ 'aria-label': label }}
      renderValue={(role) => t(`people.roles.${role}`)}
    >
      {roles.map((role) => (
        <MenuItem key={role} value={role}>
          <span className={styles['option']}>
            {t(`people.roles.${role}`)}
            <span className={styles['optionHint']}>{t(`people.roleHints.${role}`)}</span>
          </span>
        </MenuItem>
      ))}
    </Select>
  );
}
