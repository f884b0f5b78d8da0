import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Broadcast, BroadcastResult } from '@/client'
import { getBroadcastResultOptions } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useBrand } from '@/shared/brand/BrandContext'
import { Defined } from '@/shared/components/Definition'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { hasBegun } from '../api/state'
import { Arms } from './Arms'
import { EffectRow } from './EffectRow'

export function ResultPanel({ broadcast }: { broadcast: Broadcast }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const begun = hasBegun(broadcast.state)
  const result = useQuery({ ...getBroadcastResultOptions({ path: { brand, id: pathId(broadcast.id) } }), enabled: begun })
  if (!begun) {
    return (
      <Panel>
        <EmptyState title={t('touch.page.noResult')} text={t('touch.page.noResultText')} />
      </Panel>
    )
  }
  return <Loaded query={result}>{(data) => <Result result={data} />}</Loaded>
}

function Result({ result }: { result: BroadcastResult }) {
  const { t } = useTranslation()
  const format = useFormat()
  const text = useText()
  const rate = (n: number, of: number) =>
    t('touch.result.rateOf', { rate: format.rate(of ? n / of : null), n: format.exact(n), of: format.exact(of) })
  return (
    <div className="ww-stack">
      <Panel>
        <Stats>
          <Stat big label={t('touch.result.sent')} value={<Count value={result.sent} />} testId="result-sent" />
          <Stat big label={<Defined meaning={{ definition: t('touch.deliveredMeaning') }}>{t('touch.result.delivered')}</Defined>} value={<Count value={result.delivered} />} note={rate(result.delivered, result.sent)} testId="result-delivered" />
          <Stat big label={t('touch.result.clicked')} value={<Count value={result.clicked} />} note={rate(result.clicked, result.delivered)} testId="result-clicked" />
        </Stats>
        <p className="ww-muted ww-small" style={{ margin: '16px 0 0' }}>
          {t('touch.result.window', { from: format.day(result.from), to: format.day(result.to), days: result.windowDays })} · {t('meaning.dataAt')}{' '}
          {format.time(result.dataAt)} · {result.complete ? t('touch.result.complete') : t('touch.result.open')}
        </p>
      </Panel>
      {result.holdout.customers === 0 && <Alert type="warning" showIcon title={t('touch.result.noHoldout')} />}
      {result.effects.length > 0 && (
        <Panel title={t('touch.result.effect')} note={t('touch.result.effectNote')}>
          {result.effects.map((effect) => (
            <EffectRow key={effect.metric} effect={effect} />
          ))}
        </Panel>
      )}
      <div className="ww-split-wide">
        <Panel flush title={t('touch.result.arms')} note={t('touch.result.armsNote')}>
          <Arms treated={result.treated} holdout={result.holdout} />
        </Panel>
        <Panel title={t('touch.result.attributed')} note={t('touch.result.attributedNote')}>
          <Stats>
            <Stat label={t('touch.result.orders')} value={<Count value={result.attributed.orders} />} testId="attributed-orders" />
            <Stat label={t('touch.result.sales')} value={<Money value={result.attributed.sales} />} />
          </Stats>
          <p className="ww-muted" style={{ margin: '12px 0 0' }}>
            {text(result.attributed.rule)}
          </p>
        </Panel>
      </div>
    </div>
  )
}
