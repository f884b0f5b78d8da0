import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, InputNumber } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateApprovalLimit, type ApprovalLimit } from '@/client'
import { getPolicyQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { currencySymbol, minorPerUnit } from '@/shared/format/money'
import { useReport } from '@/shared/hooks/useReport'

interface Answers {
  recipients: number | null
  cost: number | null
}

/** Above what a broadcast needs a second person; empty means never. Administrators alone may say so. */
export function ApprovalLimitForm({ limit }: { limit: ApprovalLimit }) {
  const { t } = useTranslation()
  const { id: brand, currency } = useBrand()
  const mayChange = usePerson().role === 'admin'
  const report = useReport()
  const queries = useQueryClient()
  const unit = minorPerUnit(currency)
  const save = useMutation({
    mutationFn: ({ recipients, cost }: Answers) =>
      updateApprovalLimit({ path: { brand }, body: { recipients: recipients ?? null, cost: cost == null ? null : Math.round(cost * unit) } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getPolicyQueryKey({ path: { brand } }), data)
      report.done(t('common.saved'))
    },
    onError: report.refused,
  })
  return (
    <Panel title={t('touch.approval.limitTitle')} note={t('touch.approval.limitNote')}>
      <Form<Answers>
        layout="vertical"
        disabled={!mayChange}
        initialValues={{ recipients: limit.recipients, cost: limit.cost === null ? null : limit.cost / unit }}
        onFinish={(answers) => save.mutate(answers)}
      >
        <Form.Item name="recipients" label={t('touch.approval.limitRecipients')} extra={t('touch.approval.limitNone')}>
          <InputNumber min={0} precision={0} suffix={t('touch.approval.people')} style={{ width: 200, maxWidth: '100%' }} />
        </Form.Item>
        <Form.Item name="cost" label={t('touch.approval.limitCost')} extra={t('touch.approval.limitCostHint')}>
          <InputNumber min={0} prefix={currencySymbol(currency)} style={{ width: 200, maxWidth: '100%' }} />
        </Form.Item>
        {mayChange ? (
          <Button type="primary" htmlType="submit" loading={save.isPending} data-testid="approval-limit-save">
            {t('touch.approval.limitSave')}
          </Button>
        ) : (
          <p className="ww-muted ww-small">{t('touch.approval.limitAdmin')}</p>
        )}
      </Form>
    </Panel>
  )
}
