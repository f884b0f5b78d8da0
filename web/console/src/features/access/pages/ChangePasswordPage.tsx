import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { changePassword } from '@/client'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'
import { ProblemView } from '@/shared/components/ProblemView'
import { useSession } from '@/shared/hooks/useSession'
import { WaterScene } from '../components/WaterScene'
import styles from '../components/EntryCard.module.css'

interface Answers {
  current: string
  next: string
  repeat: string
}

const SHORTEST = 10

export function ChangePasswordPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = App.useApp()
  const must = useSession().data?.person?.mustChangePassword
  const change = useMutation({
    mutationFn: ({ current, next }: Answers) => changePassword({ body: { current, next } }),
    onSuccess: async () => {
      message.success(t('access.password.done'))
      await queries.invalidateQueries({ queryKey: getSessionQueryKey() })
      void navigate('/', { replace: true })
    },
  })
  const missing = { required: true, message: t('access.password.missing') }
  return (
    <WaterScene>
      <main className={styles.card}>
        <h1 className={styles.brand}>{t('access.password.title')}</h1>
        <p className={styles.sub}>{t('access.password.hint')}</p>
        {must && <Alert type="info" showIcon title={t('access.password.must')} style={{ marginBottom: 16 }} />}
        <Form<Answers> layout="vertical" requiredMark={false} onFinish={(answers) => change.mutate(answers)}>
          <Form.Item name="current" label={t('access.password.current')} rules={[missing]}>
            <Input.Password autoComplete="current-password" autoFocus />
          </Form.Item>
          <Form.Item name="next" label={t('access.password.next')} rules={[missing, { min: SHORTEST, message: t('access.password.tooShort') }]}>
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item
            name="repeat"
            label={t('access.password.repeat')}
            dependencies={['next']}
            rules={[
              missing,
              ({ getFieldValue }) => ({
                validator: (_rule, value) =>
                  !value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(t('access.password.mismatch'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          {change.error && <ProblemView error={change.error} compact />}
          <div className={styles.foot}>
            {must ? <span /> : <Button onClick={() => void navigate(-1)}>{t('access.password.later')}</Button>}
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('access.password.submit')}
            </Button>
          </div>
        </Form>
      </main>
    </WaterScene>
  )
}
