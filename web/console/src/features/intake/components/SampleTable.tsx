import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Import } from '@/client'
import { Panel } from '@/shared/components/Panel'
import type { Mapping } from '../api/mapping'
import { useFieldName } from './useFieldName'
import styles from './SampleTable.module.css'

/** The file's first lines, each used column under the field it feeds. */
export function SampleTable({ file, mapping }: { file: Import; mapping: Mapping }) {
  const { t } = useTranslation()
  const nameOf = useFieldName(file.kind)
  const fieldOf = new Map(Object.entries(mapping).map(([field, column]) => [column, field]))
  return (
    <Panel flush title={t('intake.mapping.sample', { n: file.sample.length })} note={t('intake.mapping.sampleNote')}>
      <Table
        size="small"
        rowKey="line"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={file.sample.map((cells, line) => ({ line, cells }))}
        columns={file.columns.map((column, index) => {
          const field = fieldOf.get(column)
          return {
            key: column,
            className: field ? styles.used : styles.unused,
            title: (
              <div>
                <div className={styles.field}>{field ? nameOf(field) : t('intake.mapping.ignore')}</div>
                {column}
              </div>
            ),
            render: (_, { cells }) => <span className="ww-number">{cells[index]}</span>,
          }
        })}
      />
    </Panel>
  )
}
