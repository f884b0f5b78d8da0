import { useQuery } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { getSegmentOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { draftOf, newGroup, newOrdersRow, type GroupDraft } from '@/shared/builder/draft'
import { Loaded } from '@/shared/components/Loaded'
import { AnalysisTab } from '../components/AnalysisTab'
import { SegmentEditor } from '../components/SegmentEditor'
import { SegmentSizes } from '../components/SegmentSizes'
import { SegmentHistory } from '../components/SegmentHistory'
import type { SegmentTab } from '../components/SegmentTabs'
import { SegmentUses } from '../components/SegmentUses'

/** What there is to see of a saved segment beside its definition. */
const TABS: SegmentTab[] = [
  { key: 'analysis', Content: AnalysisTab },
  { key: 'sizes', Content: SegmentSizes },
  { key: 'history', Content: SegmentHistory },
  { key: 'uses', Content: SegmentUses },
]

/** One segment, or a new one that may start from a definition in the URL. */
export function SegmentPage() {
  const { id = '' } = useParams()
  const [params] = useSearchParams()
  if (id === 'new') return <SegmentEditor key={params.get('definition') ?? 'new'} start={startFrom(params.get('definition'))} />
  return <Saved key={id} id={id} />
}

function Saved({ id }: { id: string }) {
  const { id: brand } = useBrand()
  const segment = useQuery(getSegmentOptions({ path: { brand, id } }))
  return (
    <Loaded query={segment} rows={8}>
      {(data) => <SegmentEditor key={data.version} segment={data} start={draftOf(data.definition)} tabs={TABS} />}
    </Loaded>
  )
}

function startFrom(definition: string | null): GroupDraft {
  if (definition) {
    try {
      return draftOf(JSON.parse(definition))
    } catch {
      // A mistyped link starts afresh.
    }
  }
  return newGroup([newOrdersRow()])
}
