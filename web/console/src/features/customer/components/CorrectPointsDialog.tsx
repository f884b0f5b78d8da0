import { useMutation, useQueryClient } from '@tanstack/react-query'
import { DatePicker, Form, Input, InputNumber, Modal } from 'antd'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deductPoints, grantPoints, requestPoints } from '@/client'
import { getPointsQueryKey, listPointsEntriesInfiniteQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { useAsking } from '@/shared/hooks/useAsking'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'

export type Correction = 'grant' | 'deduct'

/** More at once is for an administrator; the server holds to it. */
const LIMIT = 100_000

/** Codes that are about the number of points, whatever else is said. */
const AT_POINTS = { 'points-insufficient': 'points', 'points-amount-absurd': 'points', 'points-above-limit': 'points', 'points-time-absurd': 'expiresOn' }

interface Answers {
  points: number
  note: string
  expiresOn?: Dayjs | null
}

interface Props {
  no: number
  kind: Correction
  available: number
  onClose: () => void
}

/** Gives or takes points with a reason. The key is made once, so that a second press books nothing more. */
export function CorrectPointsDialog({ no, kind, available, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { role } = usePerson()
  const format = useFormat()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answers>()
  const faults = useFieldFaults(form, AT_POINTS)
  const [key] = useState(() => crypto.randomUUID())
  const asking = useAsking()
  const at = { path: { brand, no } }
  const booked = ({ points, repeated }: { points: number; repeated: boolean }) =>
    repeated ? t('points.correct.repeated') : t(kind === 'grant' ? 'points.correct.granted' : 'points.correct.deducted', { n: format.exact(points) })
  const book = useMutation({
    mutationFn: ({ points, note: written, expiresOn: day }: Answers) => {
      const note = written.trim()
      const expiresOn = day?.format('YYYY-MM-DD') ?? null
      return asking(
        () => (kind === 'grant' ? grantPoints({ ...at, body: { key, points, note, expiresOn } }) : deductPoints({ ...at, body: { key, points, note } })),
        () => requestPoints({ path: { brand }, body: { customer: no, taken: kind === 'deduct', key, points, note, expiresOn } }),
      )
    },
    onSuccess: (what) => {
      if (what === 'left') return
      void queries.invalidateQueries({ queryKey: getPointsQueryKey(at) })
      void queries.invalidateQueries({ queryKey: listPointsEntriesInfiniteQueryKey({ ...at, query: { limit: 20 } }) })
      report.done(what === 'asked' ? t('grant.asked') : booked(what.data))
      onClose()
    },
    onError: faults,
  })
  const limit = kind === 'deduct' ? available : role === 'admin' ? undefined : LIMIT
  const hint = kind === 'deduct' ? t('points.correct.deductLimit', { n: format.exact(available) }) : limit && t('points.correct.grantLimit', { limit: format.exact(limit) })
  return (
    <Modal
      open
      title={t(`points.correct.${kind}`)}
      okText={t(`points.correct.${kind}`)}
      okButtonProps={{ danger: kind === 'deduct' }}
      confirmLoading={book.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Answers> form={form} layout="vertical" onFinish={(answers) => book.mutate(answers)}>
        <Form.Item name="points" label={t('points.correct.amount')} extra={hint} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} max={limit} precision={0} style={{ width: 200 }} />
        </Form.Item>
        {kind === 'grant' && (
          <Form.Item name="expiresOn" label={t('points.correct.expiresOn')} extra={t('points.correct.expiresHint')}>
            <DatePicker style={{ width: 200 }} />
          </Form.Item>
        )}
        <Form.Item name="note" label={t('points.correct.note')} extra={t('points.correct.noteHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
