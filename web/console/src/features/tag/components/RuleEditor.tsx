import { Button, Drawer, Form, Switch } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createTagRule, updateTagRule, type Condition, type TagRule } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { Builder } from '@/shared/builder/Builder'
import { conditionOf } from '@/shared/builder/condition'
import { draftOf, newGroup, newOrdersRow } from '@/shared/builder/draft'
import { LiveCount } from '@/shared/builder/LiveCount'
import { useDebounced } from '@/shared/hooks/useDebounced'
import { TagSelect } from '@/shared/tags/TagSelect'
import { TagValueInput } from '@/shared/tags/TagValueInput'
import { useTags } from '@/shared/tags/useTags'
import { useTagMutation } from '../api/useTagMutation'

const PAUSE = 350

/** Who is to have a tag, in the language of segments. */
export function RuleEditor({ rule, onClose }: { rule?: TagRule; onClose: () => void }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const { tag } = useTags()
  const [tagId, setTagId] = useState(rule?.tagId)
  const [value, setValue] = useState(rule?.value ?? null)
  const [active, setActive] = useState(rule?.active ?? true)
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule.definition) : newGroup([newOrdersRow()])))
  const definition = conditionOf(draft)
  const settled = useDebounced(definition && JSON.stringify(definition), PAUSE)
  const asked = useMemo(() => (settled ? (JSON.parse(settled) as Condition) : null), [settled])
  const kind = tag(tagId)?.kind ?? 'plain'
  const ready = definition !== null && tagId !== undefined && (kind === 'plain' || value !== null)
  const save = useTagMutation((body: { value: string | null; active: boolean; definition: Condition }): Promise<unknown> => {
    return rule ? updateTagRule({ path: { brand, id: Number(rule.id) }, body }) : createTagRule({ path: { brand }, body: { ...body, tagId: tagId ?? '' } })
  }, onClose)

  return (
    <Drawer
      open
      size="large"
      title={t(rule ? 'tag.rule.edit' : 'tag.rule.create')}
      onClose={onClose}
      extra={
        <Button type="primary" disabled={!ready} loading={save.isPending} onClick={() => definition && save.mutate({ value: kind === 'plain' ? null : value, active, definition })}>
          {t('common.save')}
        </Button>
      }
    >
      <div className="ww-stack">
        <Form layout="vertical">
          <Form.Item label={t('tag.name')} htmlFor="rule-tag" extra={rule && t('tag.rule.tagStays')}>
            <TagSelect id="rule-tag" value={tagId} onChange={setTagId} disabled={!!rule} />
          </Form.Item>
          {kind !== 'plain' && (
            <Form.Item label={t('tag.value')}>
              <TagValueInput kind={kind} value={value} onChange={setValue} />
            </Form.Item>
          )}
          <Form.Item label={t('tag.rule.nightly')} extra={t('tag.rule.nightlyNote')}>
            <Switch checked={active} onChange={setActive} aria-label={t('tag.rule.nightly')} />
          </Form.Item>
        </Form>
        <Builder draft={draft} onChange={setDraft} asked={asked} />
        <LiveCount definition={asked} />
      </div>
    </Drawer>
  )
}
