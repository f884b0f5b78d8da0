import { Alert, AutoComplete, Button, Checkbox, Form, Input, Select } from 'antd'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkImport, chooseImportSheet, startImport, type Import } from '@/client'
import { getImportQueryKey, listJobsQueryKey, listSourcesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { exampleOf, missingFields, sharedColumns, startingMapping, withField } from '../api/mapping'
import { AttributePicks } from './AttributePicks'
import { SampleTable } from './SampleTable'
import { useFieldName } from './useFieldName'
import styles from './MappingForm.module.css'

/** Shows which column feeds which field, and starts the import once the required ones are fed. */
export function MappingForm({ file }: { file: Import }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  const nameOf = useFieldName(file.kind)
  const [mapping, setMapping] = useState(() => startingMapping(file))
  const [source, setSource] = useState(file.source ?? file.filename.replace(/\.[^.]+$/, ''))
  const [template, setTemplate] = useState<string | null>(null)
  const known = useQuery(listSourcesOptions({ path: { brand } }))
  const shown = (data: Import) => {
    queries.setQueryData(getImportQueryKey({ path: { brand, id: file.id } }), data)
    void queries.invalidateQueries({ queryKey: listJobsQueryKey({ query: { active: true } }) })
  }
  const start = useMutation({
    mutationFn: (dry: boolean) => {
      const body = { mapping, source: source.trim(), template: template?.trim() || undefined }
      return (dry ? checkImport : startImport)({ path: { brand, id: file.id }, body })
    },
    onSuccess: ({ data }) => shown(data),
  })
  const choose = useMutation({
    mutationFn: (sheet: string) => chooseImportSheet({ path: { brand, id: file.id }, query: { sheet } }),
    onSuccess: ({ data }) => shown(data),
  })
  const missing = missingFields(file.fields, mapping)
  const twice = sharedColumns(mapping)
  const columns = file.columns.map((column) => ({ value: column, label: column }))

  return (
    <div className="ww-stack">
      <Panel title={t('intake.mapping.title')} note={t('intake.mapping.headline')}>
        {file.template && <Alert type="info" showIcon title={t('intake.mapping.templateUsed', { name: file.template })} style={{ marginBottom: 16 }} />}
        {file.sheets.length > 1 && (
          <Form.Item label={t('intake.mapping.sheet')} htmlFor="import-sheet" layout="vertical" className={styles.source}>
            <Select
              id="import-sheet"
              value={file.sheet}
              loading={choose.isPending}
              onChange={(sheet: string) => choose.mutate(sheet)}
              options={file.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            />
          </Form.Item>
        )}
        {choose.error && <ProblemView error={choose.error} compact />}
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
                  onChange={(next?: string) => setMapping(withField(mapping, field.name, next))}
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
        <AttributePicks file={file} mapping={mapping} onChange={setMapping} />
        <Form.Item label={t('intake.mapping.source')} htmlFor="import-source" extra={t('intake.mapping.sourceHint')} layout="vertical" required className={styles.source}>
          <AutoComplete
            id="import-source"
            value={source}
            onChange={setSource}
            options={(known.data ?? []).map(({ name }) => ({ value: name }))}
          />
        </Form.Item>
        <Form.Item extra={t('intake.mapping.templateHint')} className={styles.template}>
          <Checkbox checked={template !== null} onChange={({ target }) => setTemplate(target.checked ? source : null)}>
            {t('intake.mapping.template')}
          </Checkbox>
          {template !== null && (
            <Input aria-label={t('intake.mapping.template')} value={template} maxLength={80} onChange={({ target }) => setTemplate(target.value)} />
          )}
        </Form.Item>
        {start.error && <ProblemView error={start.error} compact />}
        <div className={styles.foot}>
          <Button type="primary" size="large" data-testid="start-import" disabled={missing.length > 0 || !source.trim()} loading={start.isPending} onClick={() => start.mutate(false)}>
            {t('intake.mapping.start')}
          </Button>
          <Button size="large" data-testid="check-import" title={t('intake.mapping.checkHint')} disabled={missing.length > 0 || !source.trim()} onClick={() => start.mutate(true)}>
            {t('intake.mapping.check')}
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
