import { InboxOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select, Steps, Table, Upload } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { ListPreview } from '@/client'
import { getCustomerListQueryKey, listCustomerListsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath } from '@/shared/brand/BrandContext'
import { FlowBar } from '@/shared/components/FlowBar'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { ProblemView } from '@/shared/components/ProblemView'
import { IDENTIFIER_KINDS, previewList, uploadList, type ListKind } from '../api/listFiles'

/** A file, which of its columns names customers by what, a name: then it is looked up. */
export function NewListPage() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState(0)
  const preview = useMutation({ mutationFn: (chosen: File) => previewList(brand, chosen, setSent), onSuccess: (_, chosen) => setFile(chosen) })
  const looked = file && preview.data
  return (
    <>
      <PageHeader back={{ to: path('/lists'), label: t('customerList.title') }} title={t('customerList.upload.title')} headline={t('customerList.upload.headline')} />
      <Steps size="small" style={{ marginBottom: 16, maxWidth: 640 }} current={looked ? 1 : 0} items={(['file', 'column', 'match'] as const).map((step) => ({ title: t(`customerList.upload.steps.${step}`) }))} />
      <div className="ww-split-wide">
        <Panel>
          {looked ? (
            <ColumnForm key={file.name} file={file} preview={preview.data} onBack={() => setFile(null)} />
          ) : (
            <Upload.Dragger
              accept=".csv,.txt,.tsv,.gz,.xlsx,.parquet,.jsonl,.ndjson,text/csv"
              aria-label={t('customerList.upload.input')}
              data-testid="list-file"
              showUploadList={false}
              disabled={preview.isPending}
              beforeUpload={(chosen) => {
                setSent(0)
                preview.mutate(chosen)
                return false
              }}
            >
              <div style={{ padding: '48px 12px' }}>
                <InboxOutlined style={{ fontSize: 44, color: 'var(--ww-primary)' }} />
                <p style={{ margin: '16px 0 4px', fontSize: 16 }}>{t('customerList.upload.drop')}</p>
                <p className="ww-muted">{t('customerList.upload.hint')}</p>
              </div>
            </Upload.Dragger>
          )}
          {preview.isPending && <FlowBar share={sent} label={t('customerList.upload.reading')} />}
          {preview.error && <ProblemView error={preview.error} compact />}
        </Panel>
        <Panel title={t('customerList.upload.what')}>
          <p>{t('customerList.upload.kinds')}</p>
          <p>{t('customerList.upload.nobody')}</p>
          <p className="ww-muted">{t('customerList.upload.privacy')}</p>
        </Panel>
      </div>
    </>
  )
}

interface Answers {
  column: string
  kind: ListKind
  name: string
}

function ColumnForm({ file, preview, onBack }: { file: File; preview: ListPreview; onBack: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const path = useBrandPath()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [sent, setSent] = useState(0)
  const [form] = Form.useForm<Answers>()
  const column = Form.useWatch('column', form)
  const upload = useMutation({
    mutationFn: (answers: Answers) => uploadList(brand, file, { ...answers, name: answers.name.trim() }, setSent),
    onSuccess: (list) => {
      queries.setQueryData(getCustomerListQueryKey({ path: { brand, id: list.id } }), list)
      void queries.invalidateQueries({ queryKey: listCustomerListsQueryKey({ path: { brand } }) })
      void navigate(path(`/lists/${list.id}`), { replace: true })
    },
  })
  const samples = preview.columns.find(({ name }) => name === column)?.samples ?? []
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ column: preview.column ?? undefined, kind: preview.kind ?? undefined, name: file.name.replace(/\.[^.]+$/, '') }}
      onFinish={(answers) => upload.mutate(answers)}
    >
      <Form.Item name="column" label={t('customerList.upload.column')} rules={[{ required: true, message: t('common.required') }]}>
        <Select aria-label={t('customerList.upload.column')} options={preview.columns.map(({ name }) => ({ value: name, label: name }))} />
      </Form.Item>
      <Form.Item name="kind" label={t('customerList.upload.kind')} rules={[{ required: true, message: t('common.required') }]}>
        <Select aria-label={t('customerList.upload.kind')} options={IDENTIFIER_KINDS.map((value) => ({ value, label: t(`customerList.identifiers.${value}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={t('customerList.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={100} />
      </Form.Item>
      {samples.length > 0 && (
        <Table
          size="small"
          pagination={false}
          rowKey={(row) => row.at}
          style={{ marginBottom: 16 }}
          dataSource={samples.map((text, at) => ({ at, text }))}
          columns={[{ title: t('customerList.upload.samples', { column }), dataIndex: 'text' }]}
        />
      )}
      {upload.isPending && <FlowBar share={sent} label={t('customerList.upload.sending')} />}
      {upload.error && <ProblemView error={upload.error} compact />}
      <div style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button type="primary" htmlType="submit" loading={upload.isPending} data-testid="match-list">
          {t('customerList.upload.start')}
        </Button>
        <Button onClick={onBack} disabled={upload.isPending}>
          {t('customerList.upload.other')}
        </Button>
      </div>
    </Form>
  )
}
