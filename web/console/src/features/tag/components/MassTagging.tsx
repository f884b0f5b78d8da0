import { useQuery } from '@tanstack/react-query'
import { App, Button, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { undoTagging, type Tagging } from '@/client'
import { listTaggingsOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { EmptyState } from '@/shared/components/EmptyState'
import { Loaded } from '@/shared/components/Loaded'
import { Count } from '@/shared/components/Numbers'
import { Panel } from '@/shared/components/Panel'
import { useFormat } from '@/shared/hooks/useFormat'
import { useTagMutation } from '../api/useTagMutation'
import { MassDialog } from './MassDialog'

/** Tags put on or taken off many at once, with what came of each. */
export function MassTagging({ filter }: { filter?: string }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const { id: brand } = useBrand()
  const format = useFormat()
  const [open, setOpen] = useState(filter !== undefined)
  const taggings = useQuery({
    ...listTaggingsOptions({ path: { brand } }),
    refetchInterval: ({ state }) => (state.data?.some((one) => one.doneAt === null || (one.undoneAt === null && !one.undoable)) ? 2_000 : false),
  })
  const undo = useTagMutation((id: string) => undoTagging({ path: { brand, id: Number(id) } }))

  function confirmUndo({ id, changed }: Tagging) {
    modal.confirm({
      title: t('tag.mass.undoTitle'),
      content: t('tag.mass.undoText', { n: changed ?? 0 }),
      okText: t('tag.mass.undo'),
      onOk: () => undo.mutateAsync(id).catch(() => undefined),
    })
  }

  const create = (
    <Button type="primary" onClick={() => setOpen(true)}>
      {t('tag.mass.create')}
    </Button>
  )
  return (
    <>
      <Panel flush title={t('tag.tabs.mass')} note={t('tag.mass.note')} extra={create}>
        <Loaded query={taggings}>
          {(list) => (
            <Table
              rowKey="id"
              dataSource={list}
              pagination={false}
              scroll={{ x: 760 }}
              locale={{ emptyText: <EmptyState title={t('tag.mass.empty')} text={t('tag.mass.emptyText')} action={create} /> }}
              columns={[
                { title: t('tag.mass.what'), render: (_, one) => `${t(one.adding ? 'tag.mass.on' : 'tag.mass.off')} · ${one.group} / ${one.tag}${one.value ? `: ${one.value}` : ''}` },
                { title: t('tag.mass.reached'), className: 'ww-right', render: (_, { reached }) => <Count value={reached} /> },
                { title: t('tag.mass.changed'), className: 'ww-right', render: (_, { changed }) => <Count value={changed} /> },
                { title: t('common.createdAt'), render: (_, { createdAt, createdBy }) => `${format.time(createdAt)} · ${createdBy}` },
                { title: t('common.state'), render: (_, { doneAt, undoneAt }) => t(undoneAt ? 'tag.mass.undone' : doneAt ? 'tag.mass.done' : 'tag.mass.running') },
                {
                  title: t('common.actions'),
                  render: (_, one) =>
                    one.undoable && (
                      <Button type="link" size="small" onClick={() => confirmUndo(one)}>
                        {t('tag.mass.undo')}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Loaded>
      </Panel>
      {open && <MassDialog filter={filter} onClose={() => setOpen(false)} />}
    </>
  )
}
