import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { createTillKey, type IssuedTillKey, type NewTillKey } from '@/client'
import { listTillKeysQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'

const SCOPES: NewTillKey['scopes'] = ['coupon.read', 'coupon.redeem', 'coupon.return', 'member.join', 'member.read', 'points.spend', 'points.return']

interface Props {
  onClose: () => void
  onIssued: (issued: IssuedTillKey) => void
}

/** A key for one till, or for one store's. */
export function TillKeyDialog({ onClose, onIssued }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  const [form] = Form.useForm<NewTillKey>()
  const create = useMutation({
    mutationFn: ({ name, store, scopes }: NewTillKey) => createTillKey({ path: { brand }, body: { name: name.trim(), store: store?.trim() || null, scopes } }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listTillKeysQueryKey({ path: { brand } }) })
      onClose()
      onIssued(data)
    },
    onError: useFieldFaults(form, { 'till-key-name-taken': 'name' }),
  })
  const missing = { required: true, message: t('common.required') }
  return (
    <Modal open title={t('till.create')} okText={t('common.create')} confirmLoading={create.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ scopes: SCOPES.slice(0, 3) }} onFinish={(wish) => create.mutate(wish)}>
        <Form.Item name="name" label={t('common.name')} rules={[{ ...missing, whitespace: true }]}>
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="store" label={t('till.store')} extra={t('till.storeHint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="scopes" label={t('till.scopes')} rules={[missing]}>
          <Checkbox.Group options={SCOPES.map((value) => ({ value, label: t(`till.scope.${value.replace('.', '_') as 'coupon_read'}`) }))} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
