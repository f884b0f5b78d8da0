import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SegmentUse } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'

const KINDS = ['broadcast', 'segment', 'tag-rule', 'policy', 'journey', 'programme'] as const

/** Where each kind of user is looked at. */
const PLACES: Record<(typeof KINDS)[number], (id: string) => string> = {
  broadcast: (id) => `/broadcasts/${id}`,
  segment: (id) => `/segments/${id}`,
  'tag-rule': () => '/tags?tab=rules',
  policy: () => '/settings/policy',
  journey: (id) => `/journeys/${id}`,
  programme: () => '/programme',
}

/** Who stands on a segment or a list, with the way there. */
export function UsesTable({ uses }: { uses: SegmentUse[] }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  if (uses.length === 0) return <EmptyState title={t('segmentHistory.unused')} text={t('segmentHistory.unusedText')} />
  return (
    <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
      {uses.map(({ kind, id, name }) => {
        const known = KINDS.find((one) => one === kind)
        const kindName = known ? t(`segmentHistory.kinds.${known}`) : kind
        const label = name ?? (id ? `#${id}` : kindName)
        return (
          <li key={`${kind}/${id}`} style={{ padding: '6px 0' }}>
            <span className="ww-muted" style={{ display: 'inline-block', minWidth: 96 }}>
              {kindName}
            </span>
            {known ? <Link to={path(PLACES[known](id))}>{label}</Link> : label}
          </li>
        )
      })}
    </ul>
  )
}
