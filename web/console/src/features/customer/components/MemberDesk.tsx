import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Form, Input, Modal, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { giveTier, requestTier, sellPaidMembership, type ProgrammeDefinition } from '@/client'
import { listCustomerMembershipsQueryKey, listPaidMembershipsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { minorPerUnit } from '@/shared/format/money'
import { useAsking } from '@/shared/hooks/useAsking'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

type Asking = 'tier' | 'plan'

/** Gives a member a tier for some time, or sells a paid membership. */
export function MemberDesk({ no, programme }: { no: number; programme: ProgrammeDefinition }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState<Asking | null>(null)
  return (
    <>
      {programme.tiers && (
        <Button type="text" onClick={() => setAsking('tier')}>
          {t('memberDesk.tier.title')}
        </Button>
      )}
      {programme.plans.length > 0 && (
        <Button type="text" onClick={() => setAsking('plan')}>
          {t('memberDesk.plan.title')}
        </Button>
      )}
      {asking && <DeskDialog no={no} programme={programme} asking={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

interface Answers {
  tier: string
  until: Dayjs
  reason: string
  plan: string
}

/** The key is made once, so that a second press gives and sells nothing more. */
function DeskDialog({ no, programme, asking, onClose }: { no: number; programme: ProgrammeDefinition; asking: Asking; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand, currency } = useBrand()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answers>()
  const [key] = useState(() => crypto.randomUUID())
  const giving = useAsking()
  const faults = useFieldFaults(form)
  const at = { path: { brand, no, key } }
  const book = useMutation({
    mutationFn: (answers: Answers) => {
      if (asking === 'plan') return sellPaidMembership({ ...at, body: { plan: answers.plan } })
      const gift = { tier: answers.tier, until: answers.until.endOf('day').toISOString() }
      const reason = answers.reason.trim()
      return giving(
        () => giveTier({ ...at, body: { ...gift, reason } }),
        () => requestTier({ path: { brand }, body: { ...gift, customer: no, key, note: reason } }),
      )
    },
    onSuccess: (what) => {
      if (what === 'left') return
      void queries.invalidateQueries({ queryKey: listCustomerMembershipsQueryKey({ path: { brand, no } }) })
      void queries.invalidateQueries({ queryKey: listPaidMembershipsQueryKey({ path: { brand, no } }) })
      report.done(t(what === 'asked' ? 'grant.asked' : `memberDesk.${asking}.done`))
      onClose()
    },
    onError: faults,
  })
  const rules = [{ required: true, message: t('common.required') }]
  return (
    <Modal open title={t(`memberDesk.${asking}.title`)} okText={t(`memberDesk.${asking}.ok`)} confirmLoading={book.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" onFinish={(answers) => book.mutate(answers)}>
        {asking === 'tier' ? (
          <>
            <Form.Item name="tier" label={t('memberDesk.tier.which')} rules={rules}>
              <Select options={(programme.tiers?.tiers ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
            </Form.Item>
            <Form.Item name="until" label={t('memberDesk.tier.until')} rules={rules}>
              <DatePicker style={{ width: 200 }} />
            </Form.Item>
            <Form.Item name="reason" label={t('memberDesk.tier.reason')} rules={[{ ...rules[0], whitespace: true }]}>
              <Input maxLength={200} />
            </Form.Item>
          </>
        ) : (
          <Form.Item name="plan" label={t('memberDesk.plan.which')} extra={t('memberDesk.plan.hint')} rules={rules}>
            <Select options={programme.plans.map(({ id, name, price, months }) => ({ value: id, label: t('memberDesk.plan.option', { name, price: format.money(price * minorPerUnit(currency)), months }) }))} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  )
}
