import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { getPointsReconciliationOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { Differences } from './Differences'

/** Adds up the whole ledger when asked to, for it takes a while. */
export function ReconciliationPanel() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const found = useQuery({ ...getPointsReconciliationOptions({ path: { brand } }), enabled: false, staleTime: Infinity })
  const { data } = found
  return (
    <div className="ww-stack">
      <Panel title={t('points.page.reconcileTitle')} note={t('points.page.reconcileText')}>
        <div className="ww-stack">
          <div>
            <Button type={data ? 'default' : 'primary'} loading={found.isFetching} onClick={() => void found.refetch()}>
              {t(data ? 'points.page.again' : 'points.page.reconcile')}
            </Button>
          </div>
          {found.error && <ProblemView error={found.error} compact />}
          {data?.differences.length === 0 && <Alert showIcon type="success" data-testid="reconciled" title={t('points.page.nothing', { n: format.exact(data.entries) })} />}
          {data && data.differences.length > 0 && (
            <Alert showIcon type="error" data-testid="reconciled" title={t('points.page.differences', { n: format.exact(data.differences.length), entries: format.exact(data.entries) })} />
          )}
        </div>
      </Panel>
      {data && data.differences.length > 0 && (
        <Panel flush>
          <Differences differences={data.differences} />
        </Panel>
      )}
    </div>
  )
}
