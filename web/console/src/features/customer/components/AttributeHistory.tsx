import { Button, Drawer, Skeleton } from 'antd'
import { useTranslation } from 'react-i18next'
import type { AttributeSaid } from '@/client'
import { getAttributeHistoryInfiniteOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { ProblemView } from '@/shared/components/ProblemView'
import { StateTag } from '@/shared/components/StateTag'
import { useCursorQuery } from '@/shared/hooks/useCursorPages'
import { useFormat } from '@/shared/hooks/useFormat'
import styles from './Facts.module.css'

interface Props {
  no: number
  attribute: string
  label: string
  onClose: () => void
}

/** Who said what of one attribute, the newest first. */
export function AttributeHistory({ no, attribute, label, onClose }: Props) {
  const { t } = useTranslation()
  const brand = useBrand()
  const format = useFormat()
  const history = useCursorQuery<AttributeSaid>(
    getAttributeHistoryInfiniteOptions({ path: { brand: brand.id, no, attribute }, query: { limit: 50 } }),
  )
  const said = history.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Drawer open onClose={onClose} title={t('customer.attributes.historyOf', { name: label })} size={420}>
      {history.error && <ProblemView error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && <Skeleton active title={false} />}
      {history.data && said.length === 0 && <p className="ww-muted">{t('customer.attributes.noHistory')}</p>}
      <ul className={styles.facts}>
        {said.map((one, index) => (
          <li key={index}>
            <span className={styles.name}>{one.value}</span>
            {one.inForce && <StateTag tone="good">{t('customer.attributes.inForce')}</StateTag>}
            <span className={styles.note}>
              {one.source}
              {one.brand !== brand.id && ` · ${t('customer.attributes.brand', { brand: one.brand })}`} · {format.time(one.at)}
            </span>
          </li>
        ))}
      </ul>
      {history.hasNextPage && (
        <Button type="text" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {t('common.more')}
        </Button>
      )}
    </Drawer>
  )
}
