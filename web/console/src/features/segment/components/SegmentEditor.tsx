import { App, Button, Form, Input } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Condition, Segment } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Builder } from '@/shared/builder/Builder'
import { conditionOf } from '@/shared/builder/condition'
import type { GroupDraft } from '@/shared/builder/draft'
import { LiveCount } from '@/shared/builder/LiveCount'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { useText } from '@/shared/hooks/useLanguage'
import { useSaveSegment } from '../api/useSaveSegment'
import { SegmentActions } from './SegmentActions'
import { SegmentSample } from './SegmentSample'
import { SegmentTabs, type SegmentTab } from './SegmentTabs'
import styles from './SegmentEditor.module.css'

const PAUSE = 350

export function SegmentEditor({ segment, start, tabs = [] }: { segment?: Segment; start: GroupDraft; tabs?: SegmentTab[] }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const path = useBrandPath()
  const text = useText()
  const [draft, setDraft] = useState(start)
  const [name, setName] = useState(segment?.name ?? '')
  const [description, setDescription] = useState(segment?.description ?? '')
  const { save, remove } = useSaveSegment(segment)
  const definition = conditionOf(draft)
  const settled = useDebounced(definition && JSON.stringify(definition), PAUSE)
  const asked = useMemo(() => (settled ? (JSON.parse(settled) as Condition) : null), [settled])

  function submit() {
    if (definition) save.mutate({ name: name.trim(), description: description.trim() || null, definition })
  }

  function confirmRemove() {
    modal.confirm({
      title: t('segment.page.deleteTitle', { name: segment?.name }),
      content: t('segment.page.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => undefined),
    })
  }

  return (
    <>
      <PageHeader
        back={{ to: path('/segments'), label: t('segment.page.back') }}
        title={segment?.name ?? t('segment.page.new')}
        headline={segment && text(segment.reading)}
        actions={
          <>
            {segment && (
              <>
                <Button danger type="text" onClick={confirmRemove}>
                  {t('segment.page.delete')}
                </Button>
                <SegmentActions segment={segment} />
                <Link to={path(`/broadcasts/new?segment=${segment.id}`)}>
                  <Button>{t('segment.page.broadcast')}</Button>
                </Link>
              </>
            )}
            <Button type="primary" data-testid="save-segment" disabled={!definition || !name.trim()} loading={save.isPending} onClick={submit}>
              {segment ? t('segment.page.update') : t('segment.page.create')}
            </Button>
          </>
        }
      />
      <SegmentTabs segment={segment} tabs={tabs}>
        <div className={styles.columns}>
          <div className="ww-stack">
            <Panel>
              <div className={styles.names}>
                <Form.Item label={t('segment.page.name')} htmlFor="segment-name" layout="vertical" required help={name.trim() ? undefined : t('segment.page.nameMissing')}>
                  <Input id="segment-name" maxLength={80} placeholder={t('segment.page.namePlaceholder')} value={name} onChange={({ target }) => setName(target.value)} />
                </Form.Item>
                <Form.Item label={t('segment.page.description')} htmlFor="segment-description" layout="vertical">
                  <Input id="segment-description" maxLength={300} value={description} onChange={({ target }) => setDescription(target.value)} />
                </Form.Item>
              </div>
            </Panel>
            <Panel title={t('segment.page.who')}>
              <Builder draft={draft} onChange={setDraft} asked={asked} segment={segment?.id} />
            </Panel>
          </div>
          <div className={styles.side}>
            <LiveCount definition={asked} segment={segment?.id} />
          </div>
        </div>
        {asked && (
          <div style={{ marginTop: 16 }}>
            <SegmentSample definition={asked} segment={segment?.id} />
          </div>
        )}
      </SegmentTabs>
    </>
  )
}
