import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getCustomerIdentityOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { IdentityChanges } from './IdentityChanges'
import { IdentityGraph } from './IdentityGraph'
import { IdentityLinks } from './IdentityLinks'
import { MergeDialog } from './MergeDialog'

/** Why this customer is one: identifiers, the links between them, and what was joined or taken apart. */
export function IdentityPanel({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const identity = useQuery(getCustomerIdentityOptions({ path: { brand, no } }))
  return (
    <Loaded query={identity} rows={6}>
      {(view) => (
        <div className="ww-stack">
          <Panel title={t('customer.identity.graph')} note={t('customer.identity.graphNote')} extra={<MergeDialog no={no} />}>
            <IdentityGraph view={view} />
          </Panel>
          <IdentityLinks no={no} view={view} />
          <IdentityChanges changes={view.changes} />
        </div>
      )}
    </Loaded>
  )
}
