import { useQuery } from '@tanstack/react-query'
import { Table } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { JourneyStanding, LateRun } from '@/client'
import { getJourneyHealthOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { LateWorkPanel } from '@/shared/wecom/LateWorkPanel'
import { useNodeWords } from '../api/useNodeWords'
import { AsideRuns } from '../components/AsideRuns'
import { LateJobs } from '../components/LateJobs'
import { LateSends } from '../components/LateSends'

/** Nothing stalls in silence: who should have gone on and has not, and why. */
export function JourneyHealthPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const format = useFormat()
  const standing = useQuery({ ...getJourneyHealthOptions({ path: { brand } }), refetchInterval: 15_000 })
  const late = standing.data?.late.length
  return (
    <>
      <PageHeader
        back={{ to: path('/journeys'), label: t('guideTask.health.back') }}
        title={t('guideTask.health.title')}
        headline={late !== undefined && <span data-testid="health-headline">{late === 0 ? t('guideTask.health.headline_fine') : t('guideTask.health.headline_late', { n: format.exact(late) })}</span>}
      />
      <div className="ww-stack">
        <Loaded query={standing}>{(data) => <Standing standing={data} />}</Loaded>
        <AsideRuns />
        <LateSends />
        <LateWorkPanel />
        <LateJobs />
      </div>
    </>
  )
}

function Standing({ standing }: { standing: JourneyStanding }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const format = useFormat()
  const text = useText()
  const nodeWords = useNodeWords(standing.late.map(({ journey }) => journey))
  const named = (key: 'behind' | 'outbox' | 'entrants' | 'unread') => <Defined meaning={{ definition: t(`guideTask.health.${key}Meaning`) }}>{t(`guideTask.health.${key}`)}</Defined>
  return (
    <>
      <Panel>
        <Stats>
          <Stat label={named('behind')} value={standing.behindSeconds === 0 ? '0' : format.duration(standing.behindSeconds)} testId="health-behind" />
          <Stat label={named('entrants')} value={<Count value={standing.entrants} />} />
          <Stat label={named('outbox')} value={<Count value={standing.outbox} />} />
          <Stat label={named('unread')} value={<Count value={standing.unreadEvents} />} />
        </Stats>
      </Panel>
      <Panel flush title={t('guideTask.health.late')} note={t('guideTask.health.lateNote')}>
        <Table<LateRun>
          rowKey={({ run, reason }) => `${run} ${reason}`}
          dataSource={standing.late}
          pagination={standing.late.length > 20 ? { pageSize: 20 } : false}
          scroll={{ x: 'max-content' }}
          locale={{ emptyText: <EmptyState title={t('guideTask.health.fine')} text={t('guideTask.health.fineText')} /> }}
          columns={[
            { title: t('guideTask.health.who'), render: (_, { customerNo, journey }) => <Link to={path(`/journeys/${journey}?tab=people&customer=${customerNo}`)}>{t('guideTask.anonymous', { no: customerNo })}</Link> },
            { title: t('guideTask.health.journey'), render: (_, { journey, name }) => <Link to={path(`/journeys/${journey}`)}>{name}</Link> },
            { title: t('guideTask.health.where'), render: (_, { journey, node }) => nodeWords(journey, node) },
            { title: t('guideTask.health.why'), render: (_, { reason, words }) => <StateTag tone={reason === 'aside' ? 'bad' : 'sun'}>{text(words)}</StateTag> },
            { title: t('guideTask.health.since'), render: (_, { since }) => format.time(since) },
          ]}
        />
      </Panel>
    </>
  )
}
