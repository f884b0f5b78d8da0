import { useQuery } from '@tanstack/react-query'
import { Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { listDeskStoresOptions } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { useDesk, type DeskAnswers } from '../api/useDesk'
import { DeskAnswer } from '../components/DeskAnswer'
import { DeskForm } from '../components/DeskForm'
import { NoDeskStore } from '../components/NoDeskStore'
import styles from '../components/Desk.module.css'

/** A guide redeems a coupon on a phone: the code, what it gives, done. */
export function CouponDeskPage() {
  const { t } = useTranslation()
  const { role } = usePerson()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const [form] = Form.useForm<DeskAnswers>()
  const stores = useQuery(listDeskStoresOptions({ path: { brand } }))
  const { ask, redeem, reset } = useDesk()
  const answer = redeem.data ?? ask.data
  const error = redeem.error ?? ask.error

  function next() {
    if (redeem.data) form.setFieldsValue({ code: '', order: '', product: '', amount: undefined, pieces: 1 })
    reset()
  }

  return (
    <div className={styles.page}>
      <PageHeader title={t('coupon.desk.title')} back={role === 'guide' ? { to: path('/tasks'), label: t('coupon.desk.back') } : undefined} />
      <div className="ww-stack">
        {error && (
          <Panel>
            <ProblemView error={error} compact />
            {redeem.error && <p className="ww-muted">{t(isRefused(redeem.error) ? 'coupon.desk.refusedNote' : 'coupon.desk.unsureNote')}</p>}
          </Panel>
        )}
        {answer && !ask.error && (
          <DeskAnswer answer={answer} redeemed={Boolean(redeem.data)} pending={redeem.isPending} onRedeem={() => ask.variables && redeem.mutate(ask.variables)} onBack={next} />
        )}
        <div hidden={Boolean(answer && !ask.error)}>
          <Loaded query={stores}>
            {(desk) =>
              desk.everywhere || desk.stores.length > 0 ? (
                <DeskForm desk={desk} form={form} pending={ask.isPending} onAsk={(answers) => ask.mutate(answers)} />
              ) : (
                <NoDeskStore looking={stores.isFetching} onAgain={() => void stores.refetch()} />
              )
            }
          </Loaded>
        </div>
      </div>
    </div>
  )
}

/** Whether the server said no; without an answer nobody knows. */
function isRefused(error: unknown): boolean {
  const { status } = problemOf(error)
  return status >= 400 && status < 500
}
