import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, InputNumber, Modal, Segmented } from 'antd'
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

/** Where a source’s write key is kept, and how many events a second it may send. */
export function SourceDialog({ source, onClose }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const [form] = Form.useForm<SourceChange>()
  const side = Form.useWatch('side', form) ?? source.side
  const showFaults = useFieldFaults(form)
  const save = useMutation({
    mutationFn: ({ eventsPerSecond, side }: SourceChange) =>
      changeSource({ path: { brand, id: source.id }, body: { eventsPerSecond: eventsPerSecond ?? null, side: side ?? null } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: listSourcesQueryKey({ path: { brand } }) })
      report.done(t('intake.sources.changed'))
      onClose()
    },
    onError: showFaults,
  })
  return (
    <Modal
      open
      title={t('intake.sources.changeTitle', { name: source.name })}
      okText={t('common.save')}
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={save.isPending}
    >
      <Form<SourceChange>
        form={form}
        layout="vertical"
        initialValues={{ eventsPerSecond: source.eventsPerSecond, side: source.side }}
        onFinish={(change) => save.mutate(change)}
      >
        {source.kind === 'http' && (
          <Form.Item name="side" label={t('intake.sources.side')} extra={t(`intake.sources.wayHints.${side}`)}>
            <Segmented<Source['side']>
              block
              options={[
                { value: 'server', label: t('intake.sources.sides.server') },
                { value: 'client', label: t('intake.sources.sides.client') },
              ]}
            />
          </Form.Item>
        )}
        <Form.Item name="eventsPerSecond" label={t('intake.sources.paceLabel')} extra={t('intake.sources.paceHint')}>
          <InputNumber min={1} max={1_000_000} precision={0} placeholder={t('intake.sources.paceNone')} style={{ width: 200 }} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
