import { useTranslation } from 'react-i18next'
import type { ImportCounts } from '@/client'
import { Count } from '@/shared/components/Numbers'
import { Stat, Stats } from '@/shared/components/Stat'

export function ImportFigures({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation()
  const figures = [
    ['lines', counts.lines],
    ['orders', counts.orders],
    ['refunds', counts.refunds],
    ['anonymous', counts.anonymousOrders],
    ['newCustomers', counts.newCustomers],
    ['unchanged', counts.unchanged],
    ['rejected', counts.rejectedLines],
  ] as const
  return (
    <Stats>
      {figures.map(([key, value]) => (
        <Stat key={key} label={t(`intake.run.${key}`)} value={<Count value={value} />} testId={`import-${key}`} />
      ))}
    </Stats>
  )
}
