export const VARIABLES = ['name', 'city', 'guide', 'store', 'link'] as const

export type Variable = (typeof VARIABLES)[number]

/** The Liquid a chip inserts; a name always carries a fallback, since many customers have none. */
export function liquidOf(variable: Variable, fallback: string): string {
  switch (variable) {
    case 'name':
      return `{{ customer.name | default: "${fallback}" }}`
    case 'city':
      return '{{ customer.city }}'
    case 'guide':
      return '{{ guide.name }}'
    case 'store':
      return '{{ store.name }}'
    case 'link':
      return '{{ link }}'
  }
}

/** Puts text where the cursor is, over what is selected; answers the new text and the cursor after it. */
export function inserted(text: string, piece: string, from: number, to: number): { text: string; cursor: number } {
  return { text: text.slice(0, from) + piece + text.slice(to), cursor: from + piece.length }
}
