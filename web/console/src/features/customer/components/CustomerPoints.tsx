import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getPointsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { CorrectPointsDialog, type Correction } from './CorrectPointsDialog'
import { CustomerMemberships } from './CustomerMemberships'
import { PointsStatement } from './PointsStatement'

const PARTS = ['available', 'pending', 'frozen', 'debt'] as const

/** What a customer has, and every booking that made it so. */
export function CustomerPoints({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [correcting, setCorrecting] = useState<Correction | null>(null)
  const held = useQuery(getPointsOptions({ path: { brand, no } }))
  return (
    <div className="ww-stack">
      <CustomerMemberships no={no} />
      <Panel
        title={t('points.customer.tab')}
        extra={
          held.data && (
            <div className="ww-row">
              <Button disabled={held.data.available === 0} onClick={() => setCorrecting('deduct')}>
                {t('points.correct.deduct')}
              </Button>
              <Button onClick={() => setCorrecting('grant')}>{t('points.correct.grant')}</Button>
            </div>
          )
        }
      >
        <Loaded query={held} rows={2}>
          {(data) => (
            <Stats>
              {PARTS.map((part) => (
                <Stat
                  key={part}
                  big={part === 'available'}
                  testId={`points-${part}`}
                  label={<Defined meaning={{ definition: t(`points.customer.meaning.${part}`) }}>{t(`points.customer.${part}`)}</Defined>}
                  value={<Count value={data[part]} />}
                />
              ))}
            </Stats>
          )}
        </Loaded>
      </Panel>
      <PointsStatement no={no} />
      {correcting && held.data && <CorrectPointsDialog no={no} kind={correcting} available={held.data.available} onClose={() => setCorrecting(null)} />}
    </div>
  )
}
