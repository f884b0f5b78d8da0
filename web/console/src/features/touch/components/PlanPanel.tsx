import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Broadcast } from '@/client'
import { EmptyState } from '@/shared/components/EmptyState'
import { FlowBar } from '@/shared/components/FlowBar'
import { Panel } from '@/shared/components/Panel'
import { PlanFunnel } from './PlanFunnel'

export function PlanPanel({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const { plan, state } = broadcast
  if (state === 'planning') {
    return (
      <Panel title={t('touch.page.headline.planning')}>
        <FlowBar share={null} label={t('touch.page.headline.planning')} />
      </Panel>
    )
  }
  if (!plan) {
    return (
      <Panel>
        <EmptyState title={t('touch.page.notPlanned')} text={t('touch.page.notPlannedText')} />
      </Panel>
    )
  }
  return (
    <div className="ww-stack">
      {plan.warnings.length > 0 && (
        <Alert type="warning" showIcon title={t('touch.plan.warnings')} description={plan.warnings.join('\n')} style={{ whiteSpace: 'pre-line' }} />
      )}
      <Panel title={t('touch.plan.title')} note={t('touch.plan.note')}>
        <PlanFunnel plan={plan} channel={broadcast.channel} />
      </Panel>
    </div>
  )
}
