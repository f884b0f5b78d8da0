import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Segmented, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import type { Intersection, Overlap } from '@/client'
import { segmentOverlapOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { UpSet } from './UpSet'
import { useNewSegment } from './useNewSegment'
import { useSharedName } from './useSharedName'
import styles from './Analysis.module.css'

const MOST_COLUMNS = 24

export function OverlapPanel({ segments }: { segments: string[] }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [shown, setShown] = useState<'plot' | 'table'>('plot')
  const overlap = useQuery({ ...segmentOverlapOptions({ path: { brand }, query: { segments } }), placeholderData: keepPreviousData })
  return (
    <Panel
      flush
      title={t('analysis.overlap.title')}
      note={t('analysis.overlap.note')}
      extra={
        <Segmented
          size="small"
          value={shown}
          options={(['plot', 'table'] as const).map((value) => ({ value, label: t(`analysis.overlap.${value}`) }))}
          onChange={setShown}
        />
      }
    >
      <Loaded query={overlap} rows={6}>
        {(data) => (data.union === 0 ? <EmptyState title={t('analysis.overlap.empty')} /> : <Shown overlap={data} shown={shown} />)}
      </Loaded>
    </Panel>
  )
}

function Shown({ overlap, shown }: { overlap: Overlap; shown: 'plot' | 'table' }) {
  const { t } = useTranslation()
  const format = useFormat()
  const navigate = useNavigate()
  const newSegment = useNewSegment()
  const { segments, intersections, union, base, dataAt, millis } = overlap
  return (
    <>
      {shown === 'table' ? (
        <Intersections overlap={overlap} />
      ) : (
        <UpSet members={segments} columns={intersections.slice(0, MOST_COLUMNS)} union={union} onChoose={({ definition }) => void navigate(newSegment(definition))} />
      )}
      <p className={`ww-muted ww-small ${styles.foot}`}>
        {t('analysis.overlap.union', { n: format.exact(union), rate: format.rate(base > 0 ? union / base : null) })}
        {shown === 'plot' && ` · ${intersections.length > MOST_COLUMNS ? t('analysis.overlap.more', { n: MOST_COLUMNS }) : t('analysis.overlap.keys')}`}
        <br />
        {t('analysis.dataAt', { at: format.time(dataAt), millis: format.exact(millis) })}
      </p>
    </>
  )
}

function Intersections({ overlap: { segments, intersections, union } }: { overlap: Overlap }) {
  const { t } = useTranslation()
  const format = useFormat()
  const nameOf = useSharedName(segments)
  const newSegment = useNewSegment()
  const columns: TableColumnsType<Intersection> = [
    { title: t('analysis.overlap.who'), render: (_, shared) => nameOf(shared) },
    { title: t('analysis.overlap.people'), className: 'ww-right', render: (_, { count }) => <Count value={count} /> },
    { title: t('analysis.overlap.share'), className: 'ww-right', render: (_, { count }) => format.rate(count / union) },
    { title: '', className: 'ww-right', render: (_, { definition }) => <Link to={newSegment(definition)}>{t('analysis.createSegment')}</Link> },
  ]
  return <Table size="small" rowKey={({ segments: of }) => of.join()} columns={columns} dataSource={intersections} pagination={false} scroll={{ x: 560 }} />
}
