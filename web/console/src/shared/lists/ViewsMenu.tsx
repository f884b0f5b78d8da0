import { DownOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useReport } from '../hooks/useReport'
import { checkable } from './checkable'
import { removed, renamed, saved } from './savedViews'
import { useSavedViews } from './useSavedViews'
import { ViewNameDialog, type Naming } from './ViewNameDialog'

interface Props {
  list: string
  search: string
  open: (search: string) => void
}

/** Opens saved views, saves what is looked at as one, and renames or deletes the one that is open. */
export function ViewsMenu({ list, search, open }: Props) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const report = useReport()
  const { views, change } = useSavedViews(list)
  const [naming, setNaming] = useState<Naming | null>(null)
  const current = views.find((view) => view.search === search)?.name

  function named(name: string) {
    change((all) => (naming?.from === undefined ? saved(all, { name, search }) : renamed(all, naming.from, name)))
    report.done(t('list.saved', { name }))
    setNaming(null)
  }
  const remove = (name: string) =>
    modal.confirm({
      title: t('list.deleteTitle', { name }),
      content: t('list.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => change((all) => removed(all, name)),
    })
  const choice = (key: string, label: string, to: string) => ({
    ...checkable({ key, label, checked: to === search, role: 'menuitemradio' }),
    onClick: () => open(to),
  })

  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: [
            choice('first', t('list.first'), ''),
            ...views.map((view) => choice(`view ${view.name}`, view.name, view.search)),
            { type: 'divider' },
            current === undefined
              ? { key: 'save', label: t('list.save'), disabled: search === '', onClick: () => setNaming({}) }
              : { key: 'rename', label: t('list.rename', { name: current }), onClick: () => setNaming({ from: current }) },
            ...(current === undefined ? [] : [{ key: 'delete', danger: true, label: t('list.delete', { name: current }), onClick: () => void remove(current) }]),
          ],
        }}
      >
        <Button aria-haspopup="menu">
          {current === undefined ? t('list.views') : t('list.view', { name: current })}
          <DownOutlined aria-hidden style={{ fontSize: 10 }} />
        </Button>
      </Dropdown>
      {naming && <ViewNameDialog naming={naming} taken={views.map(({ name }) => name)} onNamed={named} onClose={() => setNaming(null)} />}
    </>
  )
}
