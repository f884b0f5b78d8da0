import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { DataQuality } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'

const sum = <T,>(items: T[], value: (item: T) => number) => items.reduce((total, item) => total + value(item), 0)

/** The numbers that ask for somebody, each with the way to where it is mended. */
export function QualityHeadlines({ quality }: { quality: DataQuality }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const { days, sources, refused, coverage, openSuggestions } = quality
  const numbers = [
    { key: 'open', value: openSuggestions, to: '/identity-review' },
    { key: 'quarantined', value: sum(sources, (one) => one.quarantined), to: '/quarantine' },
    { key: 'refused', value: sum(refused, (one) => one.times), to: '/data-quality#refused' },
    { key: 'orphans', value: sum(sources, (one) => one.orphans), to: '/sources' },
    { key: 'late', value: sum(sources, (one) => (one.kind === 'file' ? 0 : one.late)), to: '/sources' },
    ...(coverage ? [{ key: 'shared', value: sum(coverage.identifiers, (one) => one.shared), to: '/customers' } as const] : []),
  ] as const
  return (
    <Panel>
      <Stats>
        {numbers.map(({ key, value, to }) => (
          <Stat
            key={key}
            big
            label={<Defined meaning={{ definition: t(`quality.${key}Meaning`, { days }) }}>{t(`quality.${key}`)}</Defined>}
            value={
              <Link to={path(to)}>
                <Count value={value} />
              </Link>
            }
          />
        ))}
      </Stats>
    </Panel>
  )
}
