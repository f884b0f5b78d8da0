import { DEEPEST, newGroup, withNode, type Draft, type GroupDraft } from './draft'

/** A place among the children of a group. */
export interface Spot {
  parent: string
  index: number
}

export type Way = 'up' | 'down' | 'in' | 'out'

interface Found {
  node: Draft
  parent: GroupDraft
  index: number
}

/** Where a node stands; the root stands nowhere. */
export function find(group: GroupDraft, id: string): Found | null {
  for (const [index, node] of group.children.entries()) {
    if (node.id === id) return { node, parent: group, index }
    const below = node.kind === 'group' ? find(node, id) : null
    if (below) return below
  }
  return null
}

/** The node that the keyboard goes on with when this one is gone. */
export function neighbour(root: GroupDraft, id: string): string | null {
  const found = find(root, id)
  if (!found) return null
  const { parent, index } = found
  const next = parent.children[index + 1] ?? parent.children[index - 1]
  if (next) return next.id
  return parent.id === root.id ? null : parent.id
}

export function insertAfter(root: GroupDraft, id: string, node: Draft): GroupDraft {
  const found = find(root, id)
  return found ? inserted(root, { parent: found.parent.id, index: found.index + 1 }, node) : root
}

/** Moves a node to a spot of the tree as it is now; where that cannot be, nothing happens. */
export function place(root: GroupDraft, id: string, spot: Spot): GroupDraft {
  const found = find(root, id)
  const target = spot.parent === root.id ? root : find(root, spot.parent)?.node
  if (!found || target?.kind !== 'group') return root
  const inItself = found.node.id === spot.parent || (found.node.kind === 'group' && find(found.node, spot.parent) !== null)
  if (inItself) return root
  // Put in first: the group that is left may go with its last child.
  const shifted = found.parent.id === spot.parent && found.index >= spot.index ? 1 : 0
  const both = inserted(root, spot, found.node)
  const moved = removedAt(both, { parent: found.parent.id, index: found.index + shifted })
  return depth(moved) <= Math.max(DEEPEST, depth(root)) ? withoutEmpty(moved, found.parent.id) : root
}

/** Up and down go past a neighbour, or out of the group at its ends; in joins a group beside it, or makes one. */
export function moved(root: GroupDraft, id: string, way: Way): GroupDraft {
  const found = find(root, id)
  if (!found) return root
  const { node, parent, index } = found
  const above = find(root, parent.id)
  switch (way) {
    case 'up':
      if (index > 0) return place(root, id, { parent: parent.id, index: index - 1 })
      return above ? place(root, id, { parent: above.parent.id, index: above.index }) : root
    case 'down':
      if (index < parent.children.length - 1) return place(root, id, { parent: parent.id, index: index + 2 })
      return above ? place(root, id, { parent: above.parent.id, index: above.index + 1 }) : root
    case 'out':
      return above ? place(root, id, { parent: above.parent.id, index: above.index + 1 }) : root
    case 'in': {
      const before = parent.children[index - 1]
      if (before?.kind === 'group') return place(root, id, { parent: before.id, index: before.children.length })
      const after = parent.children[index + 1]
      if (after?.kind === 'group') return place(root, id, { parent: after.id, index: 0 })
      const grouped = withNode(root, id, newGroup([node], parent.join === 'and' ? 'or' : 'and'))
      return depth(grouped) <= Math.max(DEEPEST, depth(root)) ? grouped : root
    }
  }
}

function inserted(root: GroupDraft, { parent, index }: Spot, node: Draft): GroupDraft {
  return inGroup(root, parent, (children) => children.toSpliced(index, 0, node))
}

function removedAt(root: GroupDraft, { parent, index }: Spot): GroupDraft {
  return inGroup(root, parent, (children) => children.toSpliced(index, 1))
}

function inGroup(group: GroupDraft, id: string, change: (children: Draft[]) => Draft[]): GroupDraft {
  if (group.id === id) return { ...group, children: change(group.children) }
  return { ...group, children: group.children.map((child) => (child.kind === 'group' ? inGroup(child, id, change) : child)) }
}

function withoutEmpty(root: GroupDraft, id: string): GroupDraft {
  const left = find(root, id)
  if (left?.node.kind !== 'group' || left.node.children.length > 0) return root
  return withoutEmpty(withNode(root, id, null), left.parent.id)
}

function depth(draft: Draft): number {
  return draft.kind === 'group' ? Math.max(0, ...draft.children.map((child) => (child.kind === 'group' ? 1 + depth(child) : 0))) : 0
}
