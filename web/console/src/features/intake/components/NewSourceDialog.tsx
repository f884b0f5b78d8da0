import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Segmented, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createConnection, createSource, type IssuedWriteKey, type NewConnection, type Source } from '@/client'
import { listPlatformsOptions, listSourcesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  open: boolean
  onClose: () => void
  onIssued: (issued: IssuedWriteKey) => void
  onConnected: (source: Source) => void
}

type Way = Source['side'] | 'platform'

/** A source that sends with a write key, kept on a server or for all to see, or one that a platform pushes to. */
export function NewSourceDialog({ open, onClose, onIssued, onConnected }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [way, setWay] = useState<Way>('server')
  const [form] = Form.useForm<NewConnection>()

  function made() {
    void queries.invalidateQueries({ queryKey: listSourcesQueryKey({ path: { brand } }) })
    onClose()
  }

  const create = useMutation({
    mutationFn: ({ name, side }: { name: string; side: Source['side'] }) => createSource({ path: { brand }, body: { name, side } }),
    onSuccess: ({ data }) => {
      made()
      onIssued(data)
    },
    onError: report.refused,
  })
  const connect = useMutation({
    mutationFn: (body: NewConnection) => createConnection({ path: { brand }, body }),
    onSuccess: ({ data }) => {
      made()
      onConnected(data)
    },
    onError: report.refused,
  })
  return (
    <Modal
      open={open}
      title={t('intake.sources.create')}
      okText={t('common.create')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={create.isPending || connect.isPending}
      destroyOnHidden
    >
      <Form<NewConnection> form={form} layout="vertical" onFinish={(source) => (way === 'platform' ? connect.mutate(source) : create.mutate({ name: source.name, side: way }))}>
        <Form.Item label={t('intake.sources.kind')} extra={t(`intake.sources.wayHints.${way}`)}>
          <Segmented<Way>
            block
            value={way}
            onChange={setWay}
            options={[
              { value: 'server', label: t('intake.sources.sides.server') },
              { value: 'client', label: t('intake.sources.sides.client') },
              { value: 'platform', label: t('intake.sources.wayPlatform') },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label={t('intake.sources.name')} rules={[{ required: true, whitespace: true, message: t('access.password.missing') }]}>
          <Input placeholder={t('intake.sources.namePlaceholder')} maxLength={60} />
        </Form.Item>
        {way === 'platform' && <PlatformFields />}
      </Form>
    </Modal>
  )
}

function PlatformFields() {
  const { t, i18n } = useTranslation()
  const { id: brand } = useBrand()
  const platforms = useQuery(listPlatformsOptions({ path: { brand } }))
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en'
  return (
    <>
      <Form.Item name="platform" label={t('intake.sources.platform')} rules={[{ required: true, message: t('intake.sources.platformMissing') }]}>
        <Select loading={platforms.isPending} options={platforms.data?.map(({ code, label }) => ({ value: code, label: label[language] }))} />
      </Form.Item>
      <Form.Item
        name="secret"
        label={t('intake.sources.secret')}
        extra={t('intake.sources.secretHint')}
        rules={[{ required: true, whitespace: true, message: t('intake.sources.secretMissing') }]}
      >
        <Input.Password autoComplete="new-password" visibilityToggle={false} maxLength={200} />
      </Form.Item>
    </>
  )
}
