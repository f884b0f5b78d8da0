import { useQuery } from '@tanstack/react-query'
import { App, Button, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteTagRule, runTagRule, type TagRule } from '@/client'
import { listTagRulesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { StateTag } from '@/shared/components/StateTag'
import { useFormat } from '@/shared/hooks/useFormat'
import { useText } from '@/shared/hooks/useLanguage'
import { useReport } from '@/shared/hooks/useReport'
import { useTagMutation } from '../api/useTagMutation'
import { RuleEditor } from './RuleEditor'

export function Rules() {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const rules = useQuery(listTagRulesOptions({ path: { brand } }))
  const [editing, setEditing] = useState<TagRule | 'new' | null>(null)
  const columns = useRuleColumns(setEditing)
  const create = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('tag.rule.create')}
    </Button>
  )
  return (
    <>
      <Panel flush title={t('tag.tabs.rules')} note={t('tag.rule.note')} extra={create}>
        <Loaded query={rules}>
          {(list) => (
            <Table
              rowKey="id"
              columns={columns}
              dataSource={list}
              pagination={false}
              scroll={{ x: 860 }}
              locale={{ emptyText: <EmptyState title={t('tag.rule.empty')} text={t('tag.rule.emptyText')} action={create} /> }}
            />
          )}
        </Loaded>
      </Panel>
      {editing && <RuleEditor rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
    </>
  )
}

function useRuleColumns(edit: (rule: TagRule) => void): TableColumnsType<TagRule> {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const format = useFormat()
  const text = useText()
  const report = useReport()
  const run = useTagMutation((id: string) => runTagRule({ path: { brand, id: Number(id) } }), () => report.done(t('tag.rule.started')))
  const remove = useTagMutation((id: string) => deleteTagRule({ path: { brand, id: Number(id) } }))

  function confirmRemove({ id, tag }: TagRule) {
    modal.confirm({
      title: t('tag.rule.deleteTitle', { name: tag }),
      content: t('tag.rule.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync(id).catch(() => undefined),
    })
  }

  return [
    {
      title: t('tag.name'),
      width: 180,
      render: (_, { tag, group, value }) => (
        <>
          {value ? `${tag}: ${value}` : tag}
          <div className="ww-muted ww-small">{group}</div>
        </>
      ),
    },
    {
      title: t('tag.rule.who'),
      render: (_, { reading, problem }) => (
        <span style={{ whiteSpace: 'normal' }}>
          {text(reading)}
          {problem && <div className="ww-small" role="status">{text(problem)}</div>}
        </span>
      ),
    },
    { title: t('tag.rule.met'), className: 'ww-right', width: 100, render: (_, { met }) => <Count value={met} /> },
    {
      title: t('tag.rule.last'),
      width: 190,
      render: (_, { ranAt, added, removed, dueAt, active }) => (
        <>
          {ranAt ? t('tag.rule.ran', { at: format.time(ranAt), added: added ?? 0, removed: removed ?? 0 }) : t('tag.rule.never')}
          {active && <div className="ww-muted ww-small">{t('tag.rule.next', { at: format.time(dueAt) })}</div>}
        </>
      ),
    },
    { title: t('common.state'), width: 90, render: (_, { active }) => <StateTag tone={active ? 'good' : 'calm'}>{t(active ? 'tag.rule.active' : 'tag.rule.paused')}</StateTag> },
    {
      title: t('common.actions'),
      width: 180,
      render: (_, rule) => (
        <>
          <Button type="link" size="small" onClick={() => edit(rule)}>
            {t('common.edit')}
          </Button>
          <Button type="link" size="small" onClick={() => run.mutate(rule.id)}>
            {t('tag.rule.run')}
          </Button>
          <Button type="link" size="small" danger onClick={() => confirmRemove(rule)}>
            {t('common.delete')}
          </Button>
        </>
      ),
    },
  ]
}
