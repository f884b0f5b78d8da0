import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { Navigate, useNavigate } from 'react-router'
import { createBrand, type Brand } from '@/client'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'
import { useSession } from '@/shared/hooks/useSession'
import { useSignOut } from '@/shared/hooks/useSignOut'
import { BrandFields } from '../components/BrandFields'
import { WaterScene } from '../components/WaterScene'
import styles from '../components/EntryCard.module.css'

const KEY = /^[a-z][a-z0-9-]{1,30}$/
const ABOUT_KEY = { 'brand-taken': 'id', 'brand-key-invalid': 'id' }

/** Where an administrator makes a brand; an installation's first one too, so it needs no brand around it. */
export function NewBrandPage() {
  const { t } = useTranslation()
  const session = useSession().data
  if (session?.person?.role !== 'admin') return <Navigate to="/" replace />
  const first = session.brands.length === 0
  return (
    <WaterScene>
      <main className={styles.card}>
        <title>{`${t('access.brand.create')} · ${t('product')}`}</title>
        <h1 className={styles.brand}>{first ? t('access.brand.none') : t('access.brand.create')}</h1>
        <p className={styles.sub}>{t('access.brand.createText')}</p>
        <NewBrand first={first} />
      </main>
    </WaterScene>
  )
}

function NewBrand({ first }: { first: boolean }) {
  const { t } = useTranslation()
  const report = useReport()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const leave = useSignOut()
  const [form] = Form.useForm<Brand>()
  const create = useMutation({
    mutationFn: (body: Brand) => createBrand({ body }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: getSessionQueryKey() })
      report.done(t('access.brand.created', { name: data.name }))
      void navigate(`/b/${data.id}/home`, { replace: true })
    },
    onError: useFieldFaults(form, ABOUT_KEY),
  })
  return (
    <Form<Brand>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ currency: 'CNY', timeZone: 'Asia/Shanghai' }}
      onFinish={(brand) => create.mutate(brand)}
    >
      <Form.Item
        name="id"
        label={t('access.brand.id')}
        extra={t('access.brand.idRule')}
        rules={[{ required: true, pattern: KEY, message: t('access.brand.idInvalid') }]}
      >
        <Input autoComplete="off" autoCapitalize="none" autoFocus />
      </Form.Item>
      <BrandFields />
      <div className={styles.foot}>
        {first ? (
          <Button loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('top.signOut')}
          </Button>
        ) : (
          <Button onClick={() => void navigate('/')}>{t('common.cancel')}</Button>
        )}
        <Button type="primary" htmlType="submit" loading={create.isPending}>
          {t('access.brand.create')}
        </Button>
      </div>
    </Form>
  )
}
