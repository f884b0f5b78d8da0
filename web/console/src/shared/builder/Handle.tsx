import { HolderOutlined } from '@ant-design/icons'
import { Dropdown, Tooltip } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Way } from './arrange'
import { dropSpot } from './dropSpot'
import { useArrangement } from './useArrangement'
import styles from './Handle.module.css'

/** A press that goes no further is a click. */
const FAR = 5
const BORDER = 48

/** Drags its condition; asked by click or key, a menu that does the same step by step. */
export function Handle({ id }: { id: string }) {
  const { t } = useTranslation()
  const { move, addBelow, remove, dragged, drag, drop, wantedRef } = useArrangement()
  const button = useRef<HTMLButtonElement>(null)
  const pressed = useRef<{ x: number; y: number; far: boolean } | null>(null)
  const [open, setOpen] = useState(false)

  useEffect(() => {
    if (wantedRef.current?.id !== id) return
    const { field } = wantedRef.current
    wantedRef.current = null
    const node = button.current?.closest(`[data-node="${id}"]`)
    const first = field ? node?.querySelector<HTMLElement>('input') : null
    ;(first ?? button.current)?.focus()
  })

  function onPointerDown(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return
    pressed.current = { x: event.clientX, y: event.clientY, far: false }
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function onPointerMove({ clientX, clientY }: PointerEvent) {
    const start = pressed.current
    if (!start) return
    start.far ||= Math.hypot(clientX - start.x, clientY - start.y) > FAR
    if (!start.far) return
    drag(id, dropSpot(clientX, clientY, id))
    if (clientY < BORDER || clientY > window.innerHeight - BORDER) window.scrollBy(0, clientY < BORDER ? -BORDER / 4 : BORDER / 4)
  }

  function onPointerUp() {
    if (pressed.current?.far) drop()
    else if (pressed.current) setOpen(true)
    pressed.current = null
  }

  function cancel() {
    pressed.current = null
    drag(null, null)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const keys: Record<string, () => void> = {
      Enter: () => addBelow(id),
      Delete: () => remove(id),
      Backspace: () => remove(id),
      Escape: cancel,
      ' ': () => setOpen(true),
    }
    const action = keys[event.key]
    if (!action) return
    event.preventDefault()
    event.stopPropagation()
    action()
  }

  const ways: Way[] = ['up', 'down', 'in', 'out']
  return (
    <Dropdown
      open={open}
      onOpenChange={(next) => !next && setOpen(false)}
      trigger={['click']}
      autoFocus
      menu={{
        items: [
          ...ways.map((way) => ({ key: way, label: t(`segment.arrange.${way}`), onClick: () => move(id, way) })),
          { key: 'below', label: t('segment.arrange.below'), onClick: () => addBelow(id) },
          { key: 'remove', danger: true, label: t('segment.arrange.remove'), onClick: () => remove(id) },
        ],
        onClick: () => setOpen(false),
      }}
    >
      <Tooltip title={open || dragged ? null : t('segment.arrange.hint')}>
        <button
          ref={button}
          type="button"
          className={styles.handle}
          aria-label={t('segment.arrange.handle')}
          aria-haspopup="menu"
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowRight Alt+ArrowLeft Enter Delete"
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={onPointerUp}
          onPointerCancel={cancel}
          onKeyDown={onKeyDown}
        >
          <HolderOutlined />
        </button>
      </Tooltip>
    </Dropdown>
  )
}
