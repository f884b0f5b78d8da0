import { Form, Input, InputNumber, Modal, Radio, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeMallItem, createMallItem, type MallItem, type NewMallItem } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { fittingItem, newItem } from '../../api/mallItem'
import { MoneyInput } from '../fields'
import { TemplateSelect } from '../TemplateSelect'
import { TierSelect } from '../TierSelect'
import { TimeInput } from '../TimeInput'
import { useMallChange } from './useMallChange'

/** Something for the mall, new or changed; what its kind has no use for is not asked. */
export function ItemDialog({ item, onClose }: { item?: MallItem; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<NewMallItem>()
  const faults = useFieldFaults(form, { 'mall-item-name-taken': 'name', 'mall-item-sold': 'kind' })
  const kind = Form.useWatch('kind', form)
  const delivery = Form.useWatch('delivery', form)
  const save = useMallChange(
    (body: NewMallItem) => (item ? changeMallItem({ path: { brand, id: item.id }, body }) : createMallItem({ path: { brand }, body })),
    (data) => t('mall.form.saved', { name: data.item.name }),
    onClose,
  )
  return (
    <Modal
      open
      width={720}
      title={t(item ? 'mall.form.edit' : 'mall.form.new')}
      okText={t('common.save')}
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<NewMallItem>
        form={form}
        layout="vertical"
        initialValues={item?.item ?? newItem}
        onFinish={(answers) => save.mutate(fittingItem({ ...newItem, ...answers }), { onError: faults })}
      >
        <Form.Item name="kind" label={t('mall.form.kind')}>
          <Radio.Group optionType="button" options={(['goods', 'coupon', 'code'] as const).map((value) => ({ value, label: t(`mall.kinds.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('common.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="description" label={t('mall.form.description')}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item name="picture" label={t('mall.form.picture')}>
          <Input placeholder="https://" maxLength={500} />
        </Form.Item>
        <div className="ww-row">
          <Form.Item name="points" label={t('mall.form.points')} rules={[{ required: true, message: t('common.required') }]}>
            <InputNumber min={1} precision={0} style={{ width: 160 }} />
          </Form.Item>
          {kind !== 'code' && (
            <Form.Item name="stock" label={t('mall.form.stock')} extra={t('mall.form.stockHint')}>
              <InputNumber min={0} precision={0} style={{ width: 160 }} />
            </Form.Item>
          )}
          <Form.Item name="perMember" label={t('mall.form.perMember')}>
            <InputNumber min={1} precision={0} style={{ width: 160 }} />
          </Form.Item>
        </div>
        {kind === 'coupon' && (
          <Form.Item name="template" label={t('mall.form.template')} rules={[{ required: true, message: t('common.required') }]}>
            <TemplateSelect />
          </Form.Item>
        )}
        {kind === 'goods' && (
          <div className="ww-row">
            <Form.Item name="delivery" label={t('mall.form.delivery')} valuePropName="checked">
              <Switch />
            </Form.Item>
            <Form.Item name="stores" label={t('mall.form.stores')} extra={t('mall.form.storesHint')}>
              <Select mode="tags" open={false} suffixIcon={null} style={{ minWidth: 220 }} />
            </Form.Item>
            {!delivery && (
              <Form.Item name="money" label={t('mall.form.money')} extra={t('mall.form.moneyHint')}>
                <MoneyInput />
              </Form.Item>
            )}
          </div>
        )}
        <div className="ww-row">
          <Form.Item name="tiers" label={t('mall.form.tiers')} extra={t('mall.form.tiersHint')}>
            <TierSelect />
          </Form.Item>
          <Form.Item name="from" label={t('mall.form.from')}>
            <TimeInput />
          </Form.Item>
          <Form.Item name="until" label={t('mall.form.until')}>
            <TimeInput />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  )
}
