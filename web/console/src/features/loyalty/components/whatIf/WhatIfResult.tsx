import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import type { WhatIfAnswer } from '@/client'
import { Defined } from '@/shared/components/Definition'
import { Count, Money } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { Stat, Stats } from '@/shared/components/Stat'
import { useFormat } from '@/shared/hooks/useFormat'
import { moved } from '../../api/whatIf'
import { MoversPanel } from './MoversPanel'
import { WhatIfPoints } from './WhatIfPoints'
import { WhatIfTiers } from './WhatIfTiers'

/** The answer, side by side: what it costs and who stands higher first, then the tiers, who moves, the points. */
export function WhatIfResult({ id, answer }: { id: string; answer: WhatIfAnswer }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { breakEven, from, until, members, netSales } = answer
  const { extraCost, sales, shareOfSales, salesPerRiser } = breakEven
  const which = extraCost > 0 ? 'more' : extraCost < 0 ? 'less' : 'same'
  const meaning = (definition: string) => ({ definition, windowFrom: from, windowTo: until })
  return (
    <div className="ww-stack" data-testid="what-if-answer">
      <Panel
        title={t(`whatIf.headline.${which}`, { cost: format.moneyShort(Math.abs(extraCost)), sales: format.moneyShort(Math.abs(sales)) })}
        note={t('whatIf.window', { from: format.day(from), until: format.day(until), members: format.exact(members), sales: format.moneyShort(netSales) })}
      >
        {answer.shortPast && <Alert type="warning" showIcon title={t('whatIf.shortPast')} style={{ marginBottom: 16 }} />}
        <Stats>
          <Stat big testId="what-if-up" label={t('whatIf.up')} value={<Count value={moved(answer, 'up')} />} />
          <Stat big testId="what-if-down" label={t('whatIf.down')} value={<Count value={moved(answer, 'down')} />} />
          <Stat big testId="what-if-extra" label={<Defined meaning={meaning(t('whatIf.extraMeaning'))}>{t('whatIf.extra')}</Defined>} value={<Money value={extraCost} />} />
          <Stat
            big
            testId="what-if-sales"
            label={<Defined meaning={meaning(t('whatIf.salesMeaning'))}>{t('whatIf.sales')}</Defined>}
            value={<Money value={sales} />}
            note={[
              shareOfSales !== null && t('whatIf.salesNote', { share: format.rate(shareOfSales) }),
              salesPerRiser !== null && t('whatIf.perRiser', { sales: format.money(salesPerRiser) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        </Stats>
      </Panel>
      <WhatIfTiers answer={answer} />
      <MoversPanel id={id} answer={answer} />
      <WhatIfPoints answer={answer} />
    </div>
  )
}
