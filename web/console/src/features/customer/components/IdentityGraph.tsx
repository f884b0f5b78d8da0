import { lazy, Suspense, useMemo } from 'react'
import { Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IdentityView } from '@/client'
import { useColours } from '@/shared/chart/useColours'
import { graphOption } from '../api/graphOption'
import { useIdentifierName } from './useIdentifierName'

const Chart = lazy(() => import('@/shared/chart/Chart'))
const HEIGHT = 320

/** The customer's identifiers and the links between them; dashed where a link does not hold. */
export function IdentityGraph({ view }: { view: IdentityView }) {
  const { t } = useTranslation()
  const colours = useColours()
  const { nameOf } = useIdentifierName()
  const option = useMemo(() => graphOption(view, nameOf, colours), [view, nameOf, colours])
  return (
    <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 6 }} />}>
      <Chart option={option} height={HEIGHT} label={t('customer.identity.graph')} />
    </Suspense>
  )
}
