import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Modal, Radio, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { startMemberDownload, type DownloadColumn, type NewDownload } from '@/client'
import { listDownloadColumnsOptions, listMemberDownloadsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand, useBrandPath, usePerson } from '@/shared/brand/BrandContext'
import { useSegmentFields } from '@/shared/builder/useSegmentFields'
import { Loaded } from '@/shared/components/Loaded'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'

interface Answers {
  columns: string[]
  format: NewDownload['format']
  plain?: boolean
}

const USUAL = ['memberNo', 'name', 'phone', 'city', 'orders', 'netSales', 'lastOrderAt']

interface Props {
  source: { segment: string } | { list: string }
  name: string
  onClose: () => void
}

/** Which columns, which format, and whether personal data stands in the file in plain. */
export function DownloadDialog({ source, name, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { mayLookUp } = usePerson()
  const path = useBrandPath()
  const navigate = useNavigate()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<Answers>()
  const columns = useQuery(listDownloadColumnsOptions({ path: { brand } }))
  const start = useMutation({
    mutationFn: ({ plain, ...rest }: Answers) => startMemberDownload({ path: { brand }, body: { ...source, ...rest, plain: plain ?? false } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listMemberDownloadsQueryKey({ path: { brand } }) })
      report.done(t('memberDownload.started'))
      void navigate(path('/lists?tab=downloads'))
    },
    onError: report.refused,
  })
  return (
    <Modal open title={t('memberDownload.title', { name })} okText={t('memberDownload.start')} confirmLoading={start.isPending} onCancel={onClose} onOk={() => form.submit()}>
      <p className="ww-muted">{t('memberDownload.audited')}</p>
      <Loaded query={columns}>
        {(list) => (
          <Form form={form} layout="vertical" initialValues={{ columns: USUAL, format: 'csv' }} onFinish={(answers) => start.mutate(answers)}>
            <Form.Item name="columns" label={t('memberDownload.columns')} rules={[{ required: true, message: t('common.required') }]}>
              <Columns columns={list} />
            </Form.Item>
            <Form.Item name="format" label={t('memberDownload.format')} extra={t('memberDownload.formatHint')}>
              <Radio.Group options={(['csv', 'xlsx'] as const).map((value) => ({ value, label: value.toUpperCase() }))} />
            </Form.Item>
            {mayLookUp && (
              <Form.Item name="plain" valuePropName="checked" extra={t('memberDownload.plainHint')}>
                <Checkbox>{t('memberDownload.plain')}</Checkbox>
              </Form.Item>
            )}
          </Form>
        )}
      </Loaded>
    </Modal>
  )
}

function Columns({ columns, ...rest }: { columns: DownloadColumn[]; value?: string[]; onChange?: (columns: string[]) => void; id?: string }) {
  const { t } = useTranslation()
  const text = useText()
  const own = useSegmentFields()
    .filter(({ attribute }) => attribute.startsWith('attributes.'))
    .map(({ attribute, label }) => ({ value: attribute, label: text(label) }))
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('memberDownload.columns')}
      options={[...columns.map(({ column, label, personal }) => ({ value: column, label: personal ? `${text(label)} ${t('memberDownload.masked')}` : text(label) })), ...own]}
      {...rest}
    />
  )
}
