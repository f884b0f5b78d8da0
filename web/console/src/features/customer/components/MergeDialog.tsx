import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeCustomersMutation } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { ProblemView } from '@/shared/components/ProblemView'

/** Says that another customer is the same person. */
export function MergeDialog({ no }: { no: number }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const client = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ other: number; why?: string }>()
  const merge = useMutation({
    ...mergeCustomersMutation(),
    onSuccess: async () => {
      setOpen(false)
      await client.invalidateQueries()
    },
  })
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {t('customer.identity.merge')}
      </Button>
      <Modal
        open={open}
        title={t('customer.identity.mergeTitle')}
        okText={t('customer.identity.merge')}
        confirmLoading={merge.isPending}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
      >
        <p>{t('customer.identity.mergeText')}</p>
        <Form
          form={form}
          layout="vertical"
          onFinish={({ other, why }) => merge.mutate({ path: { brand, no }, body: { other, why: why ?? null } })}
        >
          <Form.Item name="other" label={t('customer.identity.other')} rules={[{ required: true }]}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="why" label={t('customer.identity.why')}>
            <Input maxLength={200} />
          </Form.Item>
        </Form>
        {merge.error && <ProblemView error={merge.error} />}
      </Modal>
    </>
  )
}
