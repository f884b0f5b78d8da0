import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listGrantRequestsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { GrantLimitPanel } from './GrantLimitPanel'
import { GrantTable } from './GrantTable'

/** Grants above the limit: what was asked, and what a second person said. */
export function GrantsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const requests = useQuery({ ...listGrantRequestsOptions({ path: { brand } }), refetchInterval: 15_000 })
  const open = requests.data?.filter(({ state }) => state === 'asked').length ?? 0
  return (
    <>
      <PageHeader title={t('grant.title')} headline={t(open > 0 ? 'grant.headlineOpen' : 'grant.headline', { n: open })} />
      <div className="ww-stack">
        <GrantLimitPanel />
        <Panel flush title={t('grant.requests')}>
          <Loaded query={requests}>{(list) => <GrantTable requests={list} />}</Loaded>
        </Panel>
      </div>
    </>
  )
}
