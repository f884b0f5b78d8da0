import type { Import } from '@/client'

export type ImportKind = Import['kind']

export const KINDS: ImportKind[] = ['orders', 'customers', 'products', 'stores', 'staff', 'points']

/** Reference data is looked up by code and is nobody's history. */
export function isReference(kind: ImportKind): boolean {
  return kind === 'products' || kind === 'stores' || kind === 'staff'
}

export function kindOf(text: string | undefined): ImportKind {
  return KINDS.find((kind) => kind === text) ?? 'orders'
}
