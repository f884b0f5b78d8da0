import { useQuery } from '@tanstack/react-query'
import { Tabs } from 'antd'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { Broadcast } from '@/client'
import { getBroadcastOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { hasBegun, isMoving } from '../api/state'
import { ApprovalPanel } from '../components/ApprovalPanel'
import { BroadcastButtons } from '../components/BroadcastButtons'
import { BroadcastHeadline } from '../components/BroadcastHeadline'
import { PlanPanel } from '../components/PlanPanel'
import { ProgressPanel } from '../components/ProgressPanel'
import { RecipientsPanel } from '../components/RecipientsPanel'
import { ResultPanel } from '../components/ResultPanel'

const FILTERS = ['tab'] as const
const TABS = ['plan', 'progress', 'recipients', 'result'] as const

export function BroadcastPage() {
  const { t } = useTranslation()
  const { id = '' } = useParams()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const { filters, set } = useUrlFilters(FILTERS)
  const broadcast = useQuery({
    ...getBroadcastOptions({ path: { brand, id: pathId(id) } }),
    refetchInterval: ({ state }) => (state.data ? pauseBetween(state.data) : false),
  })
  const panels = { plan: PlanPanel, progress: ProgressPanel, recipients: RecipientsPanel, result: ResultPanel }
  return (
    <>
      <PageHeader
        back={{ to: path('/broadcasts'), label: t('touch.page.back') }}
        title={broadcast.data?.name ?? t('touch.broadcasts.title')}
        headline={broadcast.data && <BroadcastHeadline broadcast={broadcast.data} />}
        actions={broadcast.data && <BroadcastButtons broadcast={broadcast.data} />}
      />
      <Loaded query={broadcast} rows={8}>
        {(data) => (
          <>
            <About broadcast={data} />
            <ApprovalPanel broadcast={data} />
            {data.problem && <ProblemView error={data.problem} compact />}
            <Tabs
              activeKey={filters.tab ?? startingTab(data)}
              onChange={(tab) => set({ tab })}
              items={TABS.map((key) => {
                const Content = panels[key]
                return { key, label: t(`touch.page.tabs.${key}`), children: <Content broadcast={data} /> }
              })}
            />
          </>
        )}
      </Loaded>
    </>
  )
}

function About({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <p className="ww-muted ww-small">
      {t('touch.page.about', {
        segment: broadcast.segmentName,
        template: broadcast.templateName,
        channel: t(`channel.${broadcast.channel}`),
        purpose: t(`touch.form.purposes.${broadcast.purpose}`),
        holdout: format.rate(broadcast.holdoutPercent / 100, 0),
        days: broadcast.windowDays,
      })}
      {' · '}
      {t('touch.page.by', { name: broadcast.createdBy, time: format.time(broadcast.createdAt) })}
    </p>
  )
}

function startingTab({ state }: Broadcast): (typeof TABS)[number] {
  if (state === 'done') return 'result'
  return hasBegun(state) ? 'progress' : 'plan'
}

/** Quick while it moves, slow while guides still confirm or a colleague still decides, never otherwise. */
function pauseBetween({ state, progress }: Broadcast): number | false {
  if (isMoving(state)) return 1_500
  if (state === 'awaiting') return 8_000
  return progress && progress.awaitingGuide > 0 ? 8_000 : false
}
