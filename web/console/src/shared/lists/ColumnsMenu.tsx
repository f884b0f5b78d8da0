import { DownOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkable } from './checkable'
import type { ListColumn, ListView } from './useListView'

/** Chooses columns; it stays open for the next choice until it is left. */
export function ColumnsMenu<T>({ columns, shown, show }: Pick<ListView<T>, 'columns' | 'shown' | 'show'>) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const isShown = (key: string) => shown.some((column) => column.key === key)
  const toggled = (key: string) => columns.filter((column) => isShown(column.key) !== (column.key === key)).map((column) => column.key)
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
      open={open}
      onOpenChange={(next, { source }) => source === 'trigger' && setOpen(next)}
      menu={{
        items: columns.map((column, place) => ({
          ...checkable({ key: column.key, label: nameOf(column), checked: isShown(column.key), role: 'menuitemcheckbox' }),
          disabled: place === 0,
        })),
        onClick: ({ key }) => show(toggled(key)),
      }}
    >
      <Button aria-haspopup="menu" aria-expanded={open}>
        {t('list.columns', { shown: shown.length, all: columns.length })}
        <DownOutlined aria-hidden style={{ fontSize: 10 }} />
      </Button>
    </Dropdown>
  )
}

function nameOf<T>({ name, title }: ListColumn<T>): string {
  return name ?? String(title)
}
