import { useQuery } from '@tanstack/react-query'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeTagGroup, deleteTag, deleteTagGroup, type Tag, type TagGroup } from '@/client'
import { countTagsOptions, listTagGroupsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Panel } from '@/shared/components/Panel'
import { useTagMutation } from '../api/useTagMutation'
import { GroupDialog } from './GroupDialog'
import { TagChips } from './TagChips'
import { TagDialog } from './TagDialog'

export function Library() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const groups = useQuery(listTagGroupsOptions({ path: { brand } }))
  const counts = useQuery(countTagsOptions({ path: { brand } }))
  const [group, setGroup] = useState<TagGroup | 'new' | null>(null)
  const [tag, setTag] = useState<{ group: TagGroup; tag?: Tag } | null>(null)
  const create = (
    <Button type="primary" onClick={() => setGroup('new')}>
      {t('tag.group.create')}
    </Button>
  )
  return (
    <>
      <div style={{ display: 'flex', justifyContent: 'flex-end', marginBottom: 12 }}>{create}</div>
      <Loaded query={groups}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('tag.empty')} text={t('tag.emptyText')} action={create} />
          ) : (
            <div className="ww-stack">
              {list.map((one) => (
                <GroupPanel
                  key={one.id}
                  group={one}
                  countOf={(id) => counts.data?.find(({ tagId }) => tagId === id)?.customers ?? 0}
                  onEdit={() => setGroup(one)}
                  onTag={(chosen) => setTag({ group: one, tag: chosen })}
                />
              ))}
            </div>
          )
        }
      </Loaded>
      {group && <GroupDialog group={group === 'new' ? undefined : group} onClose={() => setGroup(null)} />}
      {tag && <TagDialog {...tag} onClose={() => setTag(null)} />}
    </>
  )
}

interface GroupPanelProps {
  group: TagGroup
  countOf: (tag: string) => number
  onEdit: () => void
  onTag: (tag?: Tag) => void
}

function GroupPanel({ group, countOf, onEdit, onTag }: GroupPanelProps) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const change = useTagMutation((wecom: boolean) => changeTagGroup({ path: { brand, id: group.id }, body: { name: group.name, wecom } }))
  const removeGroup = useTagMutation(() => deleteTagGroup({ path: { brand, id: group.id } }))
  const removeTag = useTagMutation((id: string) => deleteTag({ path: { brand, id } }))

  function confirm(title: string, customers: number, remove: () => Promise<unknown>) {
    modal.confirm({
      title,
      content: t('tag.deleteText', { n: customers }),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove().catch(() => undefined),
    })
  }

  const everyone = group.tags.reduce((sum, { id }) => sum + countOf(id), 0)
  const note = [t(group.single ? 'tag.group.single' : 'tag.group.multiple'), t(group.wecom ? 'tag.group.inWecom' : 'tag.group.here')].join(' · ')
  return (
    <Panel
      title={group.name}
      note={note}
      extra={
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'edit', label: t('tag.group.edit'), onClick: onEdit },
              { key: 'wecom', label: t(group.wecom ? 'tag.group.leaveWecom' : 'tag.group.joinWecom'), onClick: () => change.mutate(!group.wecom) },
              { key: 'delete', danger: true, label: t('tag.group.delete'), onClick: () => confirm(t('tag.group.deleteTitle', { name: group.name }), everyone, () => removeGroup.mutateAsync(undefined)) },
            ],
          }}
        >
          <Button size="small" aria-label={`${t('common.actions')} ${group.name}`}>
            {t('common.actions')}
          </Button>
        </Dropdown>
      }
    >
      <TagChips
        tags={group.tags}
        countOf={countOf}
        onEdit={onTag}
        onDelete={(tag) => confirm(t('tag.deleteTitle', { name: tag.name }), countOf(tag.id), () => removeTag.mutateAsync(tag.id))}
        onAdd={() => onTag()}
      />
    </Panel>
  )
}
