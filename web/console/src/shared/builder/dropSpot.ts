import type { Spot } from './arrange'

const EDGE = 12

/**
 * Where something dropped at a point of the screen would go: before or after the condition under it, or into the group
 * under it. Nodes tell their place in `data-node`, `data-parent` and `data-index`, groups their size in `data-size`.
 */
export function dropSpot(x: number, y: number, dragged: string): Spot | null {
  const under = document.elementsFromPoint(x, y).find((element) => element instanceof HTMLElement && element.dataset.node)
  if (!(under instanceof HTMLElement) || under.closest(`[data-node="${dragged}"]`)) return null
  const { node = '', parent, index, size } = under.dataset
  const { top, bottom } = under.getBoundingClientRect()
  if (size !== undefined) {
    if (parent && y < top + EDGE) return { parent, index: Number(index) }
    if (parent && y > bottom - EDGE) return { parent, index: Number(index) + 1 }
    return { parent: node, index: Number(size) }
  }
  return parent ? { parent, index: Number(index) + (y > (top + bottom) / 2 ? 1 : 0) } : null
}
