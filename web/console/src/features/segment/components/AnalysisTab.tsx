import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Segment } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { DistributionPanel } from './analysis/DistributionPanel'

/** What marks the people of one segment, and the way to seeing it beside others. */
export function AnalysisTab({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const path = useBrandPath()
  const [attribute, setAttribute] = useState<string>()
  return (
    <div className="ww-stack">
      <div>
        <Link to={path(`/segments/analysis?segments=${segment.id}&view=overlap`)}>
          <Button>{t('analysis.withOthers')}</Button>
        </Link>
      </div>
      <DistributionPanel segment={segment.id} attribute={attribute} onAttribute={setAttribute} />
    </div>
  )
}
