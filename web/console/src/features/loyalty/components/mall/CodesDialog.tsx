import { Form, Input, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { uploadMallCodes, type MallItem } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useMallChange } from './useMallChange'

/** Codes of virtual goods, pasted one a line. */
export function CodesDialog({ item, onClose }: { item: MallItem; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<{ codes: string }>()
  const faults = useFieldFaults(form)
  const upload = useMallChange(
    ({ codes }: { codes: string }) => uploadMallCodes({ path: { brand, id: item.id }, body: { codes: codes.split(/\r?\n/) } }),
    (data) => t('mall.codes.done', data),
    onClose,
  )
  return (
    <Modal open title={t('mall.codes.title', { name: item.item.name })} okText={t('mall.codes.action')} confirmLoading={upload.isPending} onOk={form.submit} onCancel={onClose}>
      <p className="ww-muted">{t('mall.codes.text')}</p>
      <Form form={form} layout="vertical" onFinish={(wish) => upload.mutate(wish, { onError: faults })}>
        <Form.Item name="codes" label={t('mall.kinds.code')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input.TextArea rows={10} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
