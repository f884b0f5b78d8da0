export type FieldName = (string | number)[]

/** The field a JSON pointer leads to, or the one it leads into: `/terms/scope/products/3` is the list of products. */
export function fieldFor(pointer: string, fields: FieldName[]): FieldName | undefined {
  const parts = pointer.split('/').slice(1)
  return fields.filter((field) => field.every((part, at) => parts[at] === String(part))).sort((one, other) => other.length - one.length)[0]
}
