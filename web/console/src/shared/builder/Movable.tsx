import type { KeyboardEvent, ReactNode } from 'react'
import type { Way } from './arrange'
import type { Draft } from './draft'
import { useArrangement } from './useArrangement'
import styles from './Movable.module.css'

const WAYS: Record<string, Way> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

interface Props {
  node: Draft
  parent: string
  index: number
  children: ReactNode
}

/** A place in a group: shows where something would be dropped, and moves its condition by Alt and an arrow. */
export function Movable({ node, parent, index, children }: Props) {
  const { move, dragged, spot } = useArrangement()

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const way = event.altKey ? WAYS[event.key] : undefined
    // In a text, Alt and a sideways arrow go by words.
    const typing = event.target instanceof HTMLInputElement && (way === 'in' || way === 'out')
    if (!way || typing) return
    event.preventDefault()
    event.stopPropagation()
    move(node.id, way)
  }

  return (
    <>
      {spot?.parent === parent && spot.index === index && <Drop />}
      <div
        className={dragged === node.id ? styles.dragged : undefined}
        data-node={node.id}
        data-parent={parent}
        data-index={index}
        data-size={node.kind === 'group' ? node.children.length : undefined}
        onKeyDown={onKeyDown}
      >
        {children}
      </div>
    </>
  )
}

export function Drop() {
  return <div className={styles.drop} data-testid="drop-here" />
}
