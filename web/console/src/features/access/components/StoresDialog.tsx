import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateAccount, type Account } from '@/client'
import { listAccountsQueryKey } from '@/client/@tanstack/react-query.gen'
import { pathId } from '@/shared/api/pathId'
import { useReport } from '@/shared/hooks/useReport'
import { StoreFields } from './StoreFields'

type Stores = Pick<Account, 'stores'>

/** At which stores of which brands a guide works. */
export function StoresDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation()
  const [form] = Form.useForm<Stores>()
  const report = useReport()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (body: Stores) => updateAccount({ path: { id: pathId(account.id) }, body }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listAccountsQueryKey() })
      report.done(t('access.people.stores.saved'))
      onClose()
    },
    onError: report.refused,
  })
  return (
    <Modal
      open
      title={t('access.people.stores.title', { name: account.displayName })}
      okText={t('common.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <p className="ww-muted">{t('access.people.stores.text')}</p>
      <Form<Stores> form={form} layout="vertical" initialValues={{ stores: account.stores }} onFinish={(chosen) => save.mutate(chosen)}>
        <StoreFields />
      </Form>
    </Modal>
  )
}
