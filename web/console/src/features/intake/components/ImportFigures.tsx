import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '@/client'
import { Count } from '@/shared/components/Numbers'
import { Stat, Stats } from '@/shared/components/Stat'
import { isReference, type ImportKind } from '../api/kinds'

/** @param dry nothing was written, so nobody is new and nothing is here already */
export function ImportFigures({ counts, kind, dry }: { counts: ImportCounts; kind: ImportKind; dry?: boolean }) {
  const { t } = useTranslation()
  const orders = [
    ['orders', counts.orders],
    ['refunds', counts.refunds],
    ['anonymous', counts.anonymousOrders],
  ] as const
  const came = kind === 'orders' ? orders : ([['records', counts.records]] as const)
  const figures = [
    ['lines', counts.lines] as const,
    ...came,
    ...(dry || isReference(kind) ? [] : ([['newCustomers', counts.newCustomers]] as const)),
    ...(dry ? [] : ([['unchanged', counts.unchanged]] as const)),
    ['rejected', counts.rejectedLines] as const,
  ]
  return (
    <Stats>
      {figures.map(([key, value]) => (
        <Stat key={key} label={t(`intake.run.${key}`)} value={<Count value={value} />} testId={`import-${key}`} />
      ))}
    </Stats>
  )
}
