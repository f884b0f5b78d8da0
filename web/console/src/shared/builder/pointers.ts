import type { Draft } from './draft'

/** Where each node stands in the definition that is sent, by the node's id: `/definition/conditions/0`. */
export function pointersOf(draft: Draft, pointer = '/definition'): Map<string, string> {
  const pointers = new Map([[draft.id, pointer]])
  if (draft.kind === 'group') {
    const inside = draft.negated ? `${pointer}/condition` : pointer
    draft.children.forEach((child, index) => {
      for (const [id, place] of pointersOf(child, `${inside}/conditions/${index}`)) pointers.set(id, place)
    })
  }
  return pointers
}
