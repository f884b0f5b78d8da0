import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getLadderOptions, getRfmOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { LadderSteps } from '../components/LadderSteps'
import { RfmGroups } from '../components/RfmGroups'
import { RfmHeatMap } from '../components/RfmHeatMap'

export function RepurchasePage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const rfm = useQuery(getRfmOptions({ path: { brand } }))
  const ladder = useQuery(getLadderOptions({ path: { brand } }))
  return (
    <>
      <PageHeader title={t('insight.repurchase.title')} headline={t('insight.repurchase.headline')} />
      <div className="ww-stack">
        <Panel
          title={t('insight.repurchase.ladder')}
          note={ladder.data && t('insight.repurchase.ladderNote', { at: format.time(ladder.data.dataAt) })}
        >
          <Loaded query={ladder} rows={3}>
            {({ steps }) => <LadderSteps steps={steps} />}
          </Loaded>
        </Panel>
        <div className="ww-split">
          <Panel
            title={t('insight.rfm.title')}
            note={rfm.data && t('insight.rfm.note', { from: format.day(rfm.data.windowFrom), to: format.day(rfm.data.windowTo) })}
          >
            <Loaded query={rfm}>{({ cells }) => <RfmHeatMap cells={cells} tall />}</Loaded>
          </Panel>
          <Panel flush title={t('insight.rfm.groups')} note={t('insight.rfm.groupsNote')}>
            <Loaded query={rfm}>{(grid) => <RfmGroups grid={grid} />}</Loaded>
          </Panel>
        </div>
      </div>
    </>
  )
}
