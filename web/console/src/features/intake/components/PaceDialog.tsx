import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { changeSource, type Source, type SourceChange } from '@/client'
import { listSourcesQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useFieldFaults } from '@/shared/hooks/useFieldFaults'
import { useReport } from '@/shared/hooks/useReport'

interface Props {
  source: Source
  onClose: () => void
}

/** How many events a second a source may send. */
export function PaceDialog({ source, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<SourceChange>()
  const showFaults = useFieldFaults(form)
  const save = useMutation({
    mutationFn: ({ eventsPerSecond }: SourceChange) =>
      changeSource({ path: { brand, id: source.id }, body: { eventsPerSecond: eventsPerSecond ?? null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listSourcesQueryKey({ path: { brand } }) })
      report.done(t('intake.sources.paceSaved'))
      onClose()
    },
    onError: showFaults,
  })
  return (
    <Modal
      open
      title={t('intake.sources.paceTitle', { name: source.name })}
      okText={t('common.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <Form<SourceChange>
        form={form}
        layout="vertical"
        initialValues={{ eventsPerSecond: source.eventsPerSecond }}
        onFinish={(change) => save.mutate(change)}
      >
        <Form.Item name="eventsPerSecond" label={t('intake.sources.paceLabel')} extra={t('intake.sources.paceHint')}>
          <InputNumber min={1} max={1_000_000} precision={0} placeholder={t('intake.sources.paceNone')} style={{ width: 200 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
