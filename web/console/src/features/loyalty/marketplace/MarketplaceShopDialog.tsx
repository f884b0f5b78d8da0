import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import { connectMarketplaceShop, type NewMarketplaceShop } from '@/client'
import { listMarketplaceShopsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'

const MARKETPLACES = ['tmall', 'douyin', 'jd'] as const

/** Connects a shop; the secret goes out once and never comes back. */
export function MarketplaceShopDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const queries = useQueryClient()
  const [form] = Form.useForm<NewMarketplaceShop>()
  const marketplace = Form.useWatch('marketplace', form)
  const connect = useMutation({
    mutationFn: (shop: NewMarketplaceShop) => connectMarketplaceShop({ path: { brand }, body: { ...shop, salt: shop.salt?.trim() || null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listMarketplaceShopsQueryKey({ path: { brand } }) })
      onClose()
    },
    onError: useFieldFaults(form, { 'marketplace-shop-taken': 'name' }),
  })
  const needed = [{ required: true, whitespace: true, message: t('common.required') }]
  return (
    <Modal open title={t('marketplace.connect')} okText={t('marketplace.connect')} confirmLoading={connect.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={{ marketplace: 'tmall' }} onFinish={(shop) => connect.mutate(shop)}>
        <Form.Item name="marketplace" label={t('marketplace.marketplace')}>
          <Segmented options={MARKETPLACES.map((value) => ({ value, label: t(`marketplace.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('marketplace.name')} extra={t('marketplace.nameHint')} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="appKey" label={t('marketplace.appKey')} rules={needed}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="secret" label={t('marketplace.secret')} extra={t('marketplace.secretHint')} rules={needed}>
          <Input.Password maxLength={200} autoComplete="new-password" />
        </Form.Item>
        {marketplace !== 'douyin' && (
          <Form.Item name="salt" label={t('marketplace.salt')} extra={t('marketplace.saltHint')} rules={needed}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item name="api" label={t('marketplace.api')} rules={needed}>
          <Input placeholder="https://" autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
