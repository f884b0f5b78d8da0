import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '@/shared/components/EmptyState'
import { Panel } from '@/shared/components/Panel'

/** A guide whom nobody gave a store: whom to ask, and how to go on afterwards. */
export function NoDeskStore({ looking, onAgain }: { looking: boolean; onAgain: () => void }) {
  const { t } = useTranslation()
  return (
    <Panel>
      <EmptyState
        title={t('coupon.desk.noStore')}
        text={t('coupon.desk.noStoreText')}
        action={
          <Button size="large" loading={looking} onClick={onAgain}>
            {t('coupon.desk.noStoreAgain')}
          </Button>
        }
      />
    </Panel>
  )
}
