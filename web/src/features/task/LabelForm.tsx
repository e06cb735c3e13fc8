import Button from '@mui/material/Button';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelColor } from '@/contract/snapshot';
import styles from '@/features/task/label.module.css';
import { Field } from '@/ui/Field';
import { IconAction } from '@/ui/IconAction';
import { labelColors } from '@/ui/theme/tokens';

interface Props {
  onDefine: (name: string, color: LabelColor) => void;
  onBack: () => void;
}

export function LabelForm({ onDefine, onBack }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [color, setColor] = useState<LabelColor>('blue');

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    onDefine(name.trim(), color);
  };

  return (
    <form className={styles['form']} onSubmit={onSubmit}>
      <div className={styles['formHead']}>
        <IconAction icon="back" size="small" label={t('task.labelBack')} onClick={onBack} />
        {t('task.labelNew')}
      </div>
      <Field
        label={t('task.labelName')}
        value={name}
        autoFocus
        onChange={(event) => setName(event.target.value)}
        maxLength={256}
        dir="auto"
      />
      <fieldset>
        <legend>{t('task.labelColor')}</legend>
        {labelColors.map((each) => (
          <label key={each} className={styles['swatch']} data-color={each} title={t(`task.colors.${each}`)}>
            <input type="radio" name="color" checked={each === color} onChange={() => setColor(each)} />
            <span className="visuallyHidden">{t(`task.colors.${each}`)}</span>
          </label>
        ))}
      </fieldset>
      <Button type="submit" variant="contained" size="small">
        {t('task.labelCreate')}
      </Button>
    </form>
  );
}
