import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { retryRefusedReward, type RefusedReward } from '@/client'
import { listRefusedRewardsInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { CursorTable } from '@/shared/components/CursorTable'
import { EmptyState } from '@/shared/components/EmptyState'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useCursorPages } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { useChange } from '../api/useChange'
import { useSourceWords } from '../health/useSourceWords'

/** What members were to have and could not be given: why, and trying once more where that can help. */
export function RefusedRewardsPage() {
  const { t } = useTranslation()
  const text = useText()
  const source = useSourceWords()
  const format = useFormat()
  const report = useReport()
  const path = useBrandPath()
  const { id: brand } = useBrand()
  const pages = useCursorPages<RefusedReward>(listRefusedRewardsInfiniteOptions({ path: { brand }, query: { limit: 50 } }))
  // Listed page by page under keys of their own: all of them are meant.
  const retry = useChange((id: string) => retryRefusedReward({ path: { brand, id: pathId(id) } }), [[{ _id: 'listRefusedRewards' }]], () => t('refusedReward.retried'))
  return (
    <>
      <PageHeader title={t('refusedReward.title')} headline={t('refusedReward.headline')} />
      <Panel flush>
        <CursorTable<RefusedReward>
          rowKey="id"
          pages={pages}
          empty={<EmptyState title={t('refusedReward.empty')} text={t('refusedReward.emptyText')} />}
          columns={[
            { title: t('refusedReward.member'), render: (_, { customer }) => <Link to={path(`/customers/${customer}`)}>{t('customer.list.anonymous', { no: customer })}</Link> },
            { title: t('refusedReward.reward'), render: (_, { reward }) => text(reward) },
            { title: t('refusedReward.for'), render: (_, row) => [source(row.source), row.occasion].filter(Boolean).join(' · ') },
            { title: t('refusedReward.why'), render: (_, { why }) => text(why) },
            { title: t('refusedReward.at'), render: (_, { at }) => <span className="ww-number">{format.time(at)}</span> },
            {
              title: '',
              render: (_, { id, retryable }) =>
                retryable ? (
                  <Button size="small" loading={retry.isPending && retry.variables === id} onClick={() => retry.mutate(id, { onError: report.refused })}>
                    {t('refusedReward.retry')}
                  </Button>
                ) : (
                  <span className="ww-muted ww-small">{t('refusedReward.final')}</span>
                ),
            },
          ]}
        />
      </Panel>
    </>
  )
}
