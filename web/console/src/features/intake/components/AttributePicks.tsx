import { Checkbox } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Import } from '@/client'
import { ATTRIBUTE, exampleOf, otherColumns, withAttribute, type Mapping } from '../api/mapping'
import styles from './MappingForm.module.css'

interface Props {
  file: Import
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}

/** The columns that no field reads: each may come in as an attribute of its own name. */
export function AttributePicks({ file, mapping, onChange }: Props) {
  const { t } = useTranslation()
  const columns = otherColumns(file.columns, mapping)
  if (!file.takesMore || columns.length === 0) return null
  return (
    <fieldset className={styles.attributes}>
      <legend>{t('intake.mapping.attributes')}</legend>
      <p className="ww-muted">{t('intake.mapping.attributesNote')}</p>
      <div className={styles.picks}>
        {columns.map((column) => (
          <Checkbox
            key={column}
            checked={mapping[ATTRIBUTE + column] !== undefined}
            onChange={({ target }) => onChange(withAttribute(mapping, column, target.checked))}
          >
            {column} <span className="ww-muted">{exampleOf(file, column)}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
