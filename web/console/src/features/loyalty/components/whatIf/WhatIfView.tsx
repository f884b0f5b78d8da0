import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/shared/components/EmptyState'
import { FlowBar } from '@/shared/components/FlowBar'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { shareOf, useJobWords } from '@/shared/hooks/useJobWords'
import { useText } from '@/shared/hooks/useLanguage'
import { useWhatIf } from '../../api/useWhatIf'
import { WhatIfResult } from './WhatIfResult'

/** One what-if: how far it has come, then its answer. */
export function WhatIfView({ id }: { id: string }) {
  const { t } = useTranslation()
  const words = useJobWords()
  const text = useText()
  const { whatIf, job, ended, stop } = useWhatIf(id)
  return (
    <Loaded query={whatIf} rows={8}>
      {({ answer }) =>
        answer ? (
          <WhatIfResult id={id} answer={answer} />
        ) : ended ? (
          <Panel>
            <EmptyState title={t('whatIf.stopped')} text={job?.message ? text(job.message) : t('whatIf.stoppedText')} />
          </Panel>
        ) : (
          <Panel
            title={t('whatIf.running')}
            note={t('whatIf.leave')}
            extra={
              <Button danger loading={stop.isPending} onClick={() => stop.mutate()}>
                {t('whatIf.cancel')}
              </Button>
            }
          >
            <FlowBar share={job ? shareOf(job) : null} label={t('whatIf.running')} />
            <p className="ww-muted ww-small ww-number">{job ? words(job) : ' '}</p>
          </Panel>
        )
      }
    </Loaded>
  )
}
