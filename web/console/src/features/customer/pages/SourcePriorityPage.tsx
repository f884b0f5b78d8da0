import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setSourcePriority, type SourcePriorityView } from '@/client'
import { getSourcePriorityOptions, getSourcePriorityQueryKey, listSegmentFieldsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { levelsOf, rowsOf, setFor, setOf, type Levels, type Row } from '../api/levels'

const FILTERS = ['attribute'] as const
const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9]

export function SourcePriorityPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { filters, set } = useUrlFilters(FILTERS)
  const view = useQuery(getSourcePriorityOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('priority.title')} headline={t('priority.headline')} />
      <Loaded query={view}>
        {(data) => (
          <Panel flush title={<AttributeChoice view={data} attribute={filters.attribute} onChange={(attribute) => set({ attribute })} />}>
            <LevelTable key={filters.attribute ?? ''} view={data} attribute={filters.attribute} />
          </Panel>
        )}
      </Loaded>
    </>
  )
}

function AttributeChoice({ view, attribute, onChange }: { view: SourcePriorityView; attribute?: string; onChange: (attribute: string | null) => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const text = useText()
  const fields = useQuery({ ...listSegmentFieldsOptions({ path: { brand } }), staleTime: 300_000 })
  const labels = new Map((fields.data ?? []).map(({ attribute: name, label }) => [name, text(label)]))
  const own = new Set(view.attributes.map(({ attribute: name }) => name))
  const names = [...new Set(['name', ...labels.keys(), ...own, ...(attribute ? [attribute] : [])])]
  return (
    <Select
      showSearch
      style={{ width: 240 }}
      aria-label={t('priority.attribute')}
      value={attribute ?? ''}
      options={[
        { value: '', label: t('priority.all') },
        ...names.map((name) => ({ value: name, label: own.has(name) ? t('priority.own', { name: labels.get(name) ?? name }) : (labels.get(name) ?? name) })),
      ]}
      onChange={(name) => onChange(name || null)}
    />
  )
}

function LevelTable({ view, attribute }: { view: SourcePriorityView; attribute?: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const stored = levelsOf(setFor(view, attribute))
  const [draft, setDraft] = useState<Levels>(stored)
  const save = useMutation({
    mutationFn: (levels: Levels) =>
      setSourcePriority({ path: { brand }, body: { attribute: attribute ?? null, levels: setOf(levels) }, throwOnError: true }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getSourcePriorityQueryKey({ path: { brand } }), data)
      report.done(t('priority.saved'))
    },
    onError: report.refused,
  })
  const nameOf = (row: Row) => (row.single ? row.name : t('priority.kindRow', { kind: t(`priority.kinds.${row.kind}`) }))
  const changed = !same(stored, draft)

  function choose(row: Row, level: number) {
    const next = { ...draft }
    if (level === 0) delete next[row.key]
    else next[row.key] = level
    setDraft(next)
  }

  return (
    <>
      <Table
        rowKey="key"
        size="small"
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={rowsOf(view, attribute, draft)}
        columns={[
          { title: t('priority.source'), render: (_, row) => (row.single ? row.name : <strong>{nameOf(row)}</strong>) },
          { title: t('priority.kind'), className: 'ww-muted', responsive: ['md'], render: (_, row) => t(`priority.kinds.${row.kind}`) },
          {
            title: t('priority.level'),
            render: (_, row) => (
              <Select
                style={{ width: 190 }}
                aria-label={t('priority.levelOf', { name: nameOf(row) })}
                value={draft[row.key] ?? 0}
                options={[{ value: 0, label: t(`priority.${row.from}`, { n: row.inherited }) }, ...LEVELS.map((n) => ({ value: n, label: t('priority.nth', { n }) }))]}
                onChange={(level) => choose(row, level)}
              />
            ),
          },
        ]}
      />
      <div className="ww-row" style={{ padding: '12px 16px' }}>
        <Button type="primary" disabled={!changed} loading={save.isPending} onClick={() => save.mutate(draft)}>
          {t('priority.save')}
        </Button>
        <Button disabled={Object.keys(draft).length === 0} onClick={() => setDraft({})}>
          {t('priority.reset')}
        </Button>
        {changed && <span className="ww-muted">{t('priority.unsaved')}</span>}
      </div>
    </>
  )
}

function same(one: Levels, other: Levels): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...keys].every((key) => one[key] === other[key])
}
