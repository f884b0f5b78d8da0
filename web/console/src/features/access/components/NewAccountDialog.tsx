import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { createAccount, type IssuedPassword, type NewAccount } from '@/client'
import { listAccountsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useReport } from '@/shared/hooks/useReport'
import { StoreFields } from './StoreFields'
import { ROLES } from './usePeopleColumns'

interface Props {
  open: boolean
  onClose: () => void
  onIssued: (issued: IssuedPassword) => void
}

export function NewAccountDialog({ open, onClose, onIssued }: Props) {
  const { t } = useTranslation()
  const [form] = Form.useForm<NewAccount>()
  const role = Form.useWatch('role', form)
  const report = useReport()
  const queries = useQueryClient()
  const create = useMutation({
    mutationFn: (body: NewAccount) => createAccount({ body }),
    onSuccess: ({ data }) => {
      void queries.invalidateQueries({ queryKey: listAccountsQueryKey() })
      onClose()
      onIssued(data)
    },
    onError: report.refused,
  })
  const missing = { required: true, message: t('access.password.missing') }
  return (
    <Modal
      open={open}
      title={t('access.people.create')}
      okText={t('common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending}
      destroyOnHidden
    >
      <Form<NewAccount> form={form} layout="vertical" initialValues={{ role: 'operator' }} onFinish={(account) => create.mutate(account)}>
        <Form.Item name="username" label={t('access.people.username')} rules={[missing]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="displayName" label={t('access.people.displayName')} rules={[missing]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={t('access.people.role')}>
          <Radio.Group
            style={{ display: 'flex', flexDirection: 'column', gap: 8 }}
            options={ROLES.map((role) => ({
              value: role,
              label: (
                <>
                  {t(`access.people.roles.${role}`)} <span className="ww-muted ww-small">{t(`access.people.roleMeaning.${role}`)}</span>
                </>
              ),
            }))}
          />
        </Form.Item>
        {role === 'guide' && <StoreFields />}
      </Form>
    </Modal>
  )
}
