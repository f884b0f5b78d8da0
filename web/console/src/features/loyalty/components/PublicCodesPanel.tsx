import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, InputNumber, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPublicCode } from '@/client'
import { listPublicCodesOptions, listPublicCodesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

/** One code for many people, once each. */
export function PublicCodesPanel({ id }: { id: string }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [making, setMaking] = useState(false)
  const codes = useQuery(listPublicCodesOptions({ path: { brand, id } }))
  return (
    <Panel flush title={t('coupon.publicCodes.title')} note={t('coupon.publicCodes.note')} extra={<Button onClick={() => setMaking(true)}>{t('coupon.publicCodes.create')}</Button>}>
      <Loaded query={codes}>
        {(list) => (
          <Table
            rowKey="code"
            size="middle"
            pagination={false}
            dataSource={list}
            locale={{ emptyText: <EmptyState title={t('coupon.publicCodes.empty')} text={t('coupon.publicCodes.emptyText')} /> }}
            columns={[
              { title: t('coupon.publicCodes.code'), render: (_, { code }) => <code>{code}</code> },
              { title: t('coupon.publicCodes.used'), className: 'ww-right', render: (_, { used }) => <Count value={used} /> },
              { title: t('coupon.publicCodes.most'), className: 'ww-right', render: (_, { most }) => <Count value={most} /> },
            ]}
          />
        )}
      </Loaded>
      {making && <NewCodeDialog id={id} onClose={() => setMaking(false)} />}
    </Panel>
  )
}

function NewCodeDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<{ code: string; most: number }>()
  const faults = useFieldFaults(form, { 'public-code-taken': 'code' })
  const create = useMutation({
    mutationFn: ({ code, most }: { code: string; most: number }) => createPublicCode({ path: { brand, id }, body: { code: code.trim(), most } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listPublicCodesQueryKey({ path: { brand, id } }) })
      report.done(t('coupon.publicCodes.created'))
      onClose()
    },
    onError: faults,
  })
  return (
    <Modal open title={t('coupon.publicCodes.create')} okText={t('common.create')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ most: 1_000 }} onFinish={(wish) => create.mutate(wish)}>
        <Form.Item name="code" label={t('coupon.publicCodes.code')} extra={t('coupon.publicCodes.codeHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={20} autoComplete="off" />
        </Form.Item>
        <Form.Item name="most" label={t('coupon.publicCodes.most')} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber precision={0} style={{ width: 180 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
