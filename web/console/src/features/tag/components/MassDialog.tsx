import { useQuery } from '@tanstack/react-query'
import { Form, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { previewTagging, startTagging, type NewTagging } from '@/client'
import { listSegmentsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { ProblemView } from '@/shared/components/ProblemView'
import { useFormat } from '@/shared/hooks/useFormat'
import { useReport } from '@/shared/hooks/useReport'
import { TagSelect } from '@/shared/tags/TagSelect'
import { TagValueInput } from '@/shared/tags/TagValueInput'
import { useTags } from '@/shared/tags/useTags'
import { filterOf } from '../api/audience'
import { useTagMutation } from '../api/useTagMutation'

/** Whom, which tag, and how many that changes, before anything is done. */
export function MassDialog({ filter: text, onClose }: { filter?: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const format = useFormat()
  const report = useReport()
  const { tag } = useTags()
  const filter = filterOf(text)
  const segments = useQuery({ ...listSegmentsOptions({ path: { brand } }), enabled: !filter })
  const [segment, setSegment] = useState<string>()
  const [tagId, setTagId] = useState<string>()
  const [adding, setAdding] = useState(true)
  const [value, setValue] = useState<string | null>(null)
  const kind = tag(tagId)?.kind ?? 'plain'
  const audience = filter ? { filter } : segment ? { segment } : null
  const complete = audience && tagId && (!adding || kind === 'plain' || value)
  const wish: NewTagging | null = complete ? { tagId, adding, value: adding && kind !== 'plain' ? value : null, audience } : null
  const preview = useQuery({
    queryKey: ['previewTagging', brand, wish],
    queryFn: async ({ signal }) => (await previewTagging({ path: { brand }, body: wish as NewTagging, signal })).data,
    enabled: wish !== null,
  })
  const start = useTagMutation((body: NewTagging) => startTagging({ path: { brand }, body }), () => {
    report.done(t('tag.mass.started'))
    onClose()
  })
  return (
    <Modal
      open
      title={t('tag.mass.create')}
      okText={preview.data ? t('tag.mass.go', { n: format.exact(preview.data.changes) }) : t('tag.mass.create')}
      okButtonProps={{ disabled: !wish || !preview.data || preview.data.changes === 0 }}
      confirmLoading={start.isPending}
      onOk={() => wish && start.mutate(wish)}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label={t('tag.mass.whom')} htmlFor="mass-segment">
          {filter ? (
            <span>{t('tag.mass.fromList')}</span>
          ) : (
            <Select id="mass-segment" placeholder={t('tag.mass.segment')} value={segment} onChange={setSegment} options={(segments.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          )}
        </Form.Item>
        <Form.Item>
          <Radio.Group value={adding} onChange={({ target }) => setAdding(target.value as boolean)} options={[{ value: true, label: t('tag.mass.on') }, { value: false, label: t('tag.mass.off') }]} />
        </Form.Item>
        <Form.Item label={t('tag.name')} htmlFor="mass-tag">
          <TagSelect id="mass-tag" value={tagId} onChange={setTagId} />
        </Form.Item>
        {adding && kind !== 'plain' && (
          <Form.Item label={t('tag.value')}>
            <TagValueInput kind={kind} value={value} onChange={setValue} />
          </Form.Item>
        )}
      </Form>
      <div role="status" aria-live="polite">
        {preview.error && <ProblemView error={preview.error} compact onRetry={() => void preview.refetch()} />}
        {preview.data && t('tag.mass.preview', { reached: format.exact(preview.data.reached), changes: format.exact(preview.data.changes) })}
      </div>
    </Modal>
  )
}
