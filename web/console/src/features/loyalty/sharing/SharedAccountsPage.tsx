import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listSharingRulesOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { OpenCompanyDialog } from './OpenCompanyDialog'
import { SharedAccountDrawer } from './SharedAccountDrawer'
import { SharedAccountTable } from './SharedAccountTable'
import { SharingRulePanel } from './SharingRulePanel'

const IN_THE_URL = ['account'] as const

/** Members who spend points together: by what rules, which accounts there are, and who is in them. */
export function SharedAccountsPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [opening, setOpening] = useState(false)
  const { filters, set } = useUrlFilters(IN_THE_URL)
  const rules = useQuery(listSharingRulesOptions({ path: { brand } }))
  const company = rules.data?.some(({ kind, active }) => kind === 'company' && active) ?? false
  const show = (account: number) => set({ account })
  const open = company && (
    <Button type="primary" onClick={() => setOpening(true)}>
      {t('sharing.open')}
    </Button>
  )
  return (
    <>
      <PageHeader title={t('sharing.title')} headline={t('sharing.headline')} actions={open} />
      <div className="ww-stack">
        <Loaded query={rules} rows={3}>
          {(list) => (
            <div className="ww-split">
              {list.map((rule) => (
                <SharingRulePanel key={rule.kind} rule={rule} />
              ))}
            </div>
          )}
        </Loaded>
        <SharedAccountTable rules={rules.data} onOpen={show} />
      </div>
      {opening && <OpenCompanyDialog onOpened={show} onClose={() => setOpening(false)} />}
      {filters.account && <SharedAccountDrawer id={pathId(filters.account)} onClose={() => set({ account: null })} />}
    </>
  )
}
