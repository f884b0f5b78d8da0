import { Alert, AutoComplete, Button, Form, Select } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { startImport, type Import } from '@/client'
import { getImportQueryKey, listJobsQueryKey, listSourcesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { exampleOf, missingFields, sharedColumns, startingMapping, withColumn } from '../api/mapping'
import { SampleTable } from './SampleTable'
import { useFieldName } from './useFieldName'
import styles from './MappingForm.module.css'

/** Shows which column feeds which field, and starts the import once the required ones are fed. */
export function MappingForm({ file }: { file: Import }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  const nameOf = useFieldName()
  const [mapping, setMapping] = useState(() => startingMapping(file))
  const [source, setSource] = useState(file.source ?? file.filename.replace(/\.[^.]+$/, ''))
  const known = useQuery(listSourcesOptions({ path: { brand } }))
  const start = useMutation({
    mutationFn: () => startImport({ path: { brand, id: file.id }, body: { mapping, source: source.trim() } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getImportQueryKey({ path: { brand, id: file.id } }), data)
      void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
    },
  })
  const missing = missingFields(file.fields, mapping)
  const twice = sharedColumns(mapping)
  const columns = file.columns.map((column) => ({ value: column, label: column }))

  return (
    <div className="ww-stack">
      <Panel title={t('intake.mapping.title')} note={t('intake.mapping.headline')}>
        <div className={styles.grid} role="group" aria-label={t('intake.mapping.title')}>
          {file.fields.map((field) => {
            const column = mapping[field.name]
            const example = exampleOf(file, column)
            return (
              <div key={field.name} className={styles.field}>
                <label htmlFor={`map-${field.name}`} className={styles.label}>
                  {nameOf(field.name)}
                  {field.required && (
                    <span className={styles.required} title={t('common.required')}>
                      {' '}
                      *
                    </span>
                  )}
                </label>
                <Select
                  id={`map-${field.name}`}
                  aria-required={field.required}
                  data-testid={`map-${field.name}`}
                  showSearch
                  allowClear
                  status={field.required && !column ? 'error' : undefined}
                  placeholder={field.required ? t('intake.mapping.choose') : t('intake.mapping.ignore')}
                  options={columns}
                  value={column}
                  onChange={(next?: string) => setMapping(withColumn(mapping, field.name, next))}
                />
                <span className={styles.example}>
                  {example && (
                    <>
                      {t('intake.mapping.example')} {example}
                    </>
                  )}
                </span>
              </div>
            )
          })}
        </div>
        <Form.Item label={t('intake.mapping.source')} htmlFor="import-source" extra={t('intake.mapping.sourceHint')} layout="vertical" required className={styles.source}>
          <AutoComplete
            id="import-source"
            value={source}
            onChange={setSource}
            options={(known.data ?? []).map(({ name }) => ({ value: name }))}
          />
        </Form.Item>
        {start.error && <ProblemView error={start.error} compact />}
        <div className={styles.foot}>
          <Button type="primary" size="large" data-testid="start-import" disabled={missing.length > 0 || !source.trim()} loading={start.isPending} onClick={() => start.mutate()}>
            {t('intake.mapping.start')}
          </Button>
          <span role="status" className="ww-muted">
            {missing.length > 0 ? t('intake.mapping.missing', { fields: missing.map(nameOf).join(', ') }) : t('intake.mapping.ready')}
          </span>
          {twice.map((column) => (
            <Alert key={column} type="warning" showIcon title={t('intake.mapping.twice', { column })} />
          ))}
        </div>
      </Panel>
      <SampleTable file={file} mapping={mapping} />
    </div>
  )
}
