import { Button, Skeleton, Table, type TableColumnsType } from 'antd'
import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { BenefitHealth, BenefitUse, CouponUseFigures, CouponUseSource } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { useColours } from '@/shared/chart/useColours'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { couponUseOption } from './couponUseOption'
import { useSourceWords } from './useSourceWords'

const Chart = lazy(() => import('@/shared/chart/Chart'))

const HEIGHT = 240

/** Coupons and benefits: what was given, what was redeemed, what it cost. */
export function BenefitsInUse({ benefits }: { benefits: BenefitHealth }) {
  const { t } = useTranslation()
  if (benefits.total.issued === 0 && benefits.benefits.length === 0) return <NoBenefits />
  return (
    <>
      <Panel title={t('programmeHealth.benefits.title')} note={t('programmeHealth.benefits.note')}>
        <CouponChart benefits={benefits} />
      </Panel>
      <Panel flush title={t('programmeHealth.benefits.sources')}>
        <Sources rows={benefits.coupons} />
      </Panel>
      <Panel flush title={t('programmeHealth.benefits.each')}>
        <Each rows={benefits.benefits} />
      </Panel>
    </>
  )
}

function CouponChart({ benefits }: { benefits: BenefitHealth }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { water, sun, text, muted, line, surface } = useColours()
  const { months } = benefits
  const option = useMemo(() => {
    const words = { issued: t('programmeHealth.benefits.issued'), redeemed: t('programmeHealth.benefits.redeemed'), spent: t('programmeHealth.benefits.spent') }
    return couponUseOption(months, words, format, { water, sun, text, muted, line, surface })
  }, [months, t, format, water, sun, text, muted, line, surface])
  return (
    <Suspense fallback={<Skeleton.Node active style={{ width: '100%', height: HEIGHT }} />}>
      <Chart option={option} height={HEIGHT} label={t('programmeHealth.benefits.title')} />
    </Suspense>
  )
}

/** The columns that say what became of coupons. */
function useUseColumns<Row>(of: (row: Row) => CouponUseFigures | null): TableColumnsType<Row> {
  const { t } = useTranslation()
  const format = useFormat()
  const name = (key: 'issued' | 'redeemed' | 'rate' | 'spent') => <Defined meaning={{ definition: t(`programmeHealth.benefits.meaning.${key}`) }}>{t(`programmeHealth.benefits.${key}`)}</Defined>
  return [
    { title: name('issued'), className: 'ww-right', render: (_, row) => <Count value={of(row)?.issued} /> },
    { title: name('redeemed'), className: 'ww-right', render: (_, row) => <Count value={of(row)?.redeemed} /> },
    { title: name('rate'), className: 'ww-right', render: (_, row) => format.rate(of(row)?.rate.rate) },
    { title: name('spent'), className: 'ww-right', render: (_, row) => <Money value={of(row)?.spent} /> },
  ]
}

function Sources({ rows }: { rows: CouponUseSource[] }) {
  const { t } = useTranslation()
  const words = useSourceWords()
  const use = useUseColumns<CouponUseSource>((row) => row.use)
  const columns: TableColumnsType<CouponUseSource> = [{ title: t('programmeHealth.benefits.source'), fixed: 'left', render: (_, { source }) => words(source) }, ...use]
  return (
    <Table
      rowKey="source"
      size="middle"
      dataSource={rows}
      columns={columns}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <EmptyState title={t('programmeHealth.benefits.noCoupons')} text={t('programmeHealth.benefits.noCouponsText')} /> }}
    />
  )
}

function Each({ rows }: { rows: BenefitUse[] }) {
  const { t } = useTranslation()
  const use = useUseColumns<BenefitUse>((row) => row.use)
  const columns: TableColumnsType<BenefitUse> = [
    { title: t('common.name'), dataIndex: 'name', fixed: 'left' },
    { title: t('common.state'), render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'play.active' : 'play.stopped')}</StateTag> },
    { title: t('play.calendar.occasion'), render: (_, { occasion }) => t(`benefit.every.${occasion}`) },
    { title: t('programmeHealth.benefits.given'), className: 'ww-right', render: (_, { given }) => <Count value={given} /> },
    { title: t('programmeHealth.benefits.points'), className: 'ww-right', render: (_, { points }) => <Count value={points} /> },
    ...use,
  ]
  return (
    <Table
      rowKey="id"
      size="middle"
      dataSource={rows}
      columns={columns}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <EmptyState title={t('programmeHealth.benefits.noneGiven')} text={t('programmeHealth.benefits.noneGivenText')} /> }}
    />
  )
}

function NoBenefits() {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <Panel title={t('programmeHealth.benefits.title')}>
      <EmptyState
        title={t('programmeHealth.benefits.empty')}
        text={t('programmeHealth.benefits.emptyText')}
        action={
          <Link to={path('/benefit-calendar')}>
            <Button>{t('programmeHealth.benefits.emptyAction')}</Button>
          </Link>
        }
      />
    </Panel>
  )
}
