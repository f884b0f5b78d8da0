import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Segment } from '@/client'
import { listSegmentUsesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { UsesTable } from './UsesTable'

export function SegmentUses({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const uses = useQuery(listSegmentUsesOptions({ path: { brand, id: segment.id } }))
  return (
    <Panel title={t('segment.tabs.uses')} note={t('segmentHistory.usesNote')}>
      <Loaded query={uses}>{(list) => <UsesTable uses={list} />}</Loaded>
    </Panel>
  )
}
