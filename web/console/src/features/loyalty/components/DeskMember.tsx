import { useMutation } from '@tanstack/react-query'
import { Button, Form, type FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import { readMemberAtDesk } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import type { DeskAnswers } from '../api/useDesk'

/** What member codes begin with. */
const MEMBER = 'WWM1.'

/** When the code is a member's rather than a coupon's: their coupons that this store takes, to choose one. */
export function DeskMember({ form }: { form: FormInstance<DeskAnswers> }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const code = (Form.useWatch('code', form) ?? '').trim()
  const store = (Form.useWatch('store', form) ?? '').trim()
  const read = useMutation({ mutationFn: async () => (await readMemberAtDesk({ path: { brand }, query: { store }, body: { pass: code } })).data })
  const member = code === '' ? undefined : read.data
  if (!code.startsWith(MEMBER) && !member) return null
  return (
    <div className="ww-stack" style={{ marginBottom: 16 }}>
      {code.startsWith(MEMBER) && (
        <Button block size="large" disabled={store === ''} loading={read.isPending} onClick={() => read.mutate()}>
          {t('coupon.desk.member')}
        </Button>
      )}
      {read.error && <ProblemView error={read.error} compact />}
      {member && (
        <>
          <strong>{t('coupon.desk.memberIs', { name: member.name ?? t('coupon.desk.somebody'), tier: member.tier ?? t('coupon.desk.noTier'), points: format.exact(member.points) })}</strong>
          {member.coupons.length === 0 && <span className="ww-muted">{t('coupon.desk.memberNone')}</span>}
          {member.coupons.map(({ code: coupon, coupon: { id, name, until } }) => (
            <Button key={id} block size="large" type={coupon === code ? 'primary' : 'default'} style={{ height: 'auto', whiteSpace: 'normal' }} onClick={() => form.setFieldValue('code', coupon)}>
              {name} · {t('coupon.desk.until', { time: format.time(until) })}
            </Button>
          ))}
        </>
      )}
    </div>
  )
}
