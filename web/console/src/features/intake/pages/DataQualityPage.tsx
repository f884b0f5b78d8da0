import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { measureDataQuality, type DataQuality } from '@/client'
import { getDataQualityOptions, getDataQualityQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { QualityCoverage } from '../components/QualityCoverage'
import { QualityHeadlines } from '../components/QualityHeadlines'
import { QualityRefused } from '../components/QualityRefused'
import { QualitySources } from '../components/QualitySources'

const WHILE_MEASURING = 2_000

export function DataQualityPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const quality = useQuery({
    ...getDataQualityOptions({ path: { brand } }),
    refetchInterval: ({ state }) => (state.data?.measuring ? WHILE_MEASURING : false),
  })
  return (
    <>
      <PageHeader
        title={t('quality.title')}
        headline={t('quality.headline', { days: quality.data?.days ?? 30 })}
        actions={quality.data && <Measure quality={quality.data} />}
      />
      <Loaded query={quality} rows={8}>
        {(data) => (
          <div className="ww-stack">
            <QualityHeadlines quality={data} />
            <QualitySources quality={data} />
            {data.coverage && <QualityCoverage coverage={data.coverage} />}
            <QualityRefused refused={data.refused} />
          </div>
        )}
      </Loaded>
    </>
  )
}

function Measure({ quality }: { quality: DataQuality }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const measure = useMutation({
    mutationFn: () => measureDataQuality({ path: { brand }, throwOnError: true }),
    onSuccess: ({ data }) => queries.setQueryData(getDataQualityQueryKey({ path: { brand } }), data),
    onError: report.refused,
  })
  const busy = quality.measuring || measure.isPending
  return (
    <span className="ww-row">
      <span className="ww-muted ww-small">
        {quality.measuredAt ? t('quality.measured', { at: format.time(quality.measuredAt) }) : t('quality.never')}
      </span>
      <Button type={quality.measuredAt ? 'default' : 'primary'} loading={busy} onClick={() => measure.mutate()}>
        {busy ? t('quality.measuring') : t('quality.measure')}
      </Button>
    </span>
  )
}
