import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { updateBrand, type BrandSettings } from '@/client'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'
import { BrandFields } from '../components/BrandFields'

export function BrandPage() {
  const { t } = useTranslation()
  const brand = useBrand()
  const admin = usePerson().role === 'admin'
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<BrandSettings>()
  const save = useMutation({
    mutationFn: (body: BrandSettings) => updateBrand({ path: { brand: brand.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: getSessionQueryKey() })
      report.done(t('common.saved'))
    },
    onError: useFieldFaults(form),
  })
  return (
    <>
      <PageHeader
        title={t('access.brand.title')}
        headline={t('access.brand.headline')}
        actions={
          admin && (
            <Link to="/new-brand">
              <Button>{t('access.brand.create')}</Button>
            </Link>
          )
        }
      />
      <Panel>
        <Form<BrandSettings>
          form={form}
          layout="vertical"
          initialValues={brand}
          disabled={!admin}
          style={{ maxWidth: 420 }}
          onFinish={(settings) => save.mutate(settings)}
        >
          <BrandFields />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('common.save')}
          </Button>
        </Form>
      </Panel>
    </>
  )
}
