import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { takeCustomerList } from '@/client'
import { listCustomerListsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { isoDay } from '@/shared/format/time'
import { useReport } from '@/shared/hooks/useReport'

/** Takes down who is in a segment now, under a name. */
export function SnapshotDialog({ segment, onClose }: { segment: { id: string; name: string }; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand, timeZone } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ name: string }>()
  const take = useMutation({
    mutationFn: ({ name }: { name: string }) => takeCustomerList({ path: { brand }, body: { name: name.trim(), segment: segment.id } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listCustomerListsQueryKey({ path: { brand } }) })
      void navigate(path(`/lists/${data.id}`))
    },
    onError: report.refused,
  })
  return (
    <Modal open title={t('customerList.snapshot.title')} okText={t('customerList.snapshot.take')} confirmLoading={take.isPending} onCancel={onClose} onOk={() => form.submit()}>
      <p className="ww-muted">{t('customerList.snapshot.text')}</p>
      <Form form={form} layout="vertical" initialValues={{ name: `${segment.name} ${isoDay(new Date().toISOString(), timeZone)}` }} onFinish={(answers) => take.mutate(answers)}>
        <Form.Item name="name" label={t('customerList.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
