import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { createBrand, updateBrand, type Brand, type BrandSettings } from '@/client'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, usePerson } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useReport } from '@/shared/hooks/useReport'
import { BrandFields } from '../components/BrandFields'

export function BrandPage() {
  const { t } = useTranslation()
  const brand = useBrand()
  const admin = usePerson().role === 'admin'
  const report = useReport()
  const queries = useQueryClient()
  const [creating, setCreating] = useState(false)
  const save = useMutation({
    mutationFn: (body: BrandSettings) => updateBrand({ path: { brand: brand.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: getSessionQueryKey() })
      report.done(t('common.saved'))
    },
    onError: report.refused,
  })
  return (
    <>
      <PageHeader
        title={t('access.brand.title')}
        headline={t('access.brand.headline')}
        actions={admin && <Button onClick={() => setCreating(true)}>{t('access.brand.create')}</Button>}
      />
      <Panel>
        <Form<BrandSettings>
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
      <NewBrand open={creating} onClose={() => setCreating(false)} />
    </>
  )
}

function NewBrand({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  const report = useReport()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Brand>()
  const create = useMutation({
    mutationFn: (body: Brand) => createBrand({ body }),
    onSuccess: async ({ data }) => {
      await queries.invalidateQueries({ queryKey: getSessionQueryKey() })
      report.done(t('access.brand.created', { name: data.name }))
      onClose()
      void navigate(`/b/${data.id}/home`)
    },
    onError: report.refused,
  })
  return (
    <Modal
      open={open}
      title={t('access.brand.create')}
      okText={t('common.create')}
      onCancel={onClose}
      onOk={() => form.submit()}
      confirmLoading={create.isPending}
      destroyOnHidden
    >
      <Form<Brand>
        form={form}
        layout="vertical"
        initialValues={{ currency: 'CNY', timeZone: 'Asia/Shanghai' }}
        onFinish={(brand) => create.mutate(brand)}
      >
        <Form.Item
          name="id"
          label={t('access.brand.id')}
          extra={t('access.brand.idRule')}
          rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]*$/, message: t('access.brand.idRule') }]}
        >
          <Input />
        </Form.Item>
        <BrandFields />
      </Form>
    </Modal>
  )
}
