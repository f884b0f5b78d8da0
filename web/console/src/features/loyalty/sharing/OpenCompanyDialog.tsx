import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { openSharedAccount } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useChange } from '../api/useChange'
import { HolderSelect } from './HolderSelect'

interface Props {
  onOpened: (account: number) => void
  onClose: () => void
}

interface Wish {
  holder: number
}

/** Opens a company's account for the member who holds it; they invite the others. */
export function OpenCompanyDialog({ onOpened, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const [form] = Form.useForm<Wish>()
  const faults = useFieldFaults(form, { 'not-a-member': 'holder', 'sharing-already': 'holder' })
  const open = useChange(
    ({ holder }: Wish) => openSharedAccount({ path: { brand }, body: { kind: 'company', holder } }),
    [[{ _id: 'listSharedAccounts' }]],
    () => t('sharing.opened'),
    onClose,
  )
  return (
    <Modal open title={t('sharing.open')} okText={t('sharing.openIt')} confirmLoading={open.isPending} onOk={form.submit} onCancel={onClose}>
      <p className="ww-muted">{t('sharing.openText')}</p>
      <Form<Wish> form={form} layout="vertical" onFinish={(wish) => open.mutate(wish, { onSuccess: ({ data }) => onOpened(data.id), onError: faults })}>
        <Form.Item name="holder" label={t('sharing.holder')} extra={t('sharing.holderHint')} rules={[{ required: true, message: t('common.required') }]}>
          <HolderSelect />
        </Form.Item>
      </Form>
    </Modal>
  )
}
