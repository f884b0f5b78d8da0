import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate, useSearchParams } from 'react-router'
import { signIn, type SignIn } from '@/client'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'
import { problemOf } from '@/shared/api/problem'
import { WheelMark } from '@/shared/components/WheelMark'
import { formatTime } from '@/shared/format/time'
import { useLanguage } from '@/shared/hooks/useLanguage'
import { useProblemWords } from '@/shared/hooks/useProblemWords'
import { WaterScene } from '../components/WaterScene'
import styles from '../components/EntryCard.module.css'

export function SignInPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  const queries = useQueryClient()
  const enter = useMutation({
    mutationFn: (body: SignIn) => signIn({ body }),
    onSuccess: ({ data }) => {
      queries.clear()
      queries.setQueryData(getSessionQueryKey(), data)
      const back = params.get('back')
      void navigate(back?.startsWith('/') && !back.startsWith('//') ? back : '/', { replace: true })
    },
  })
  return (
    <WaterScene>
      <main className={styles.card}>
        <h1 className={styles.brand}>
          <WheelMark size={36} />
          {t('product')}
        </h1>
        <p className={styles.motto}>{t('access.signIn.motto')}</p>
        <p className={styles.sub}>{t('access.signIn.sub')}</p>
        <Form<SignIn> layout="vertical" requiredMark={false} size="large" onFinish={(body) => enter.mutate(body)}>
          <Form.Item name="username" label={t('access.signIn.username')} rules={[{ required: true, message: t('access.signIn.usernameMissing') }]}>
            <Input autoComplete="username" autoFocus autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="password" label={t('access.signIn.password')} rules={[{ required: true, message: t('access.signIn.passwordMissing') }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          {enter.error && <Refusal error={enter.error} />}
          <Button type="primary" htmlType="submit" block loading={enter.isPending} style={{ marginTop: 8 }}>
            {t('access.signIn.submit')}
          </Button>
        </Form>
      </main>
    </WaterScene>
  )
}

function Refusal({ error }: { error: unknown }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const problem = problemOf(error)
  const words = useProblemWords()(problem)
  const until = problem.params?.until
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Alert
      type="error"
      showIcon
      title={words.title}
      description={
        typeof until === 'string' ? t('access.signIn.until', { time: formatTime(until, zone, language) }) : words.text
      }
    />
  )
}
