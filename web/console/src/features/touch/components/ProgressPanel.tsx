import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Broadcast, Progress } from '@/client'
import { getJobOptions } from '@/client/@tanstack/react-query.gen'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { FlowBar } from '@/shared/components/FlowBar'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { ForecastLine } from './ForecastLine'

const FIGURES = ['recipients', 'pending', 'awaitingGuide', 'sent', 'delivered', 'clicked', 'failed', 'unknown', 'cancelled'] as const

export function ProgressPanel({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useText()
  const { progress, jobId, state } = broadcast
  const job = useQuery({
    ...getJobOptions({ path: { id: jobId ?? '' } }),
    enabled: jobId !== null && state === 'sending',
    refetchInterval: state === 'sending' ? 2_000 : false,
  }).data
  if (!progress) {
    return (
      <Panel>
        <EmptyState title={t('touch.page.notSent')} text={t('touch.page.notSentText')} />
      </Panel>
    )
  }
  const done = handled(progress)
  const meanings: Partial<Record<(typeof FIGURES)[number], string>> = {
    delivered: t('touch.deliveredMeaning'),
    unknown: t('touch.progress.unknownMeaning'),
  }
  const words = t('touch.progress.bar', { done: format.exact(done), total: format.exact(progress.recipients) })
  return (
    <Panel title={t('touch.progress.title')}>
      <FlowBar share={progress.recipients ? done / progress.recipients : 1} label={words} tone={state === 'paused' ? 'sun' : state === 'done' ? 'good' : 'water'} />
      <p className="ww-muted ww-small" style={{ margin: '8px 0 20px' }}>
        {words}
        {progress.forecast && (
          <>
            {' · '}
            <ForecastLine forecast={progress.forecast} />
          </>
        )}
      </p>
      {state === 'sending' && job?.message && <Alert type="info" showIcon title={text(job.message)} style={{ marginBottom: 20 }} />}
      <Stats>
        {FIGURES.map((figure) => (
          <Stat
            key={figure}
            testId={`progress-${figure}`}
            label={<Named name={t(`touch.progress.${figure}`)} definition={meanings[figure]} />}
            value={<Count value={progress[figure]} />}
          />
        ))}
      </Stats>
    </Panel>
  )
}

function Named({ name, definition }: { name: string; definition?: string }) {
  return definition ? <Defined meaning={{ definition }}>{name}</Defined> : name
}

/** Everyone for whom nothing more is to be sent. */
function handled({ recipients, pending }: Progress): number {
  return recipients - pending
}
