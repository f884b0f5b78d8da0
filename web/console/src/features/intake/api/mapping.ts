import type { Import, ImportField } from '@/client'

/** Field name → column of the file. */
export type Mapping = Record<string, string>

/** What was chosen before, or else what the server guessed. */
export function startingMapping({ mapping, fields }: Pick<Import, 'mapping' | 'fields'>): Mapping {
  if (Object.keys(mapping ?? {}).length > 0) return { ...mapping }
  return Object.fromEntries(fields.flatMap(({ name, guess }) => (guess ? [[name, guess]] : [])))
}

export function withColumn(mapping: Mapping, field: string, column: string | undefined): Mapping {
  const next = { ...mapping }
  if (column === undefined) delete next[field]
  else next[field] = column
  return next
}

export function missingFields(fields: ImportField[], mapping: Mapping): string[] {
  return fields.filter(({ name, required }) => required && mapping[name] === undefined).map(({ name }) => name)
}

/** Columns that more than one field reads: allowed, but seldom meant. */
export function sharedColumns(mapping: Mapping): string[] {
  const columns = Object.values(mapping)
  return [...new Set(columns.filter((column, index) => columns.indexOf(column) !== index))]
}

/** The first value of a column that is not empty, as an example. */
export function exampleOf({ columns, sample }: Pick<Import, 'columns' | 'sample'>, column: string | undefined): string | undefined {
  const index = column === undefined ? -1 : columns.indexOf(column)
  return index < 0 ? undefined : sample.map((row) => row[index]).find(Boolean)
}

/** What a mapping's key begins with when the column has no field but becomes an attribute of that name. */
export const ATTRIBUTE = 'attributes.'

/** Columns no field reads: they may become attributes of their own name. */
export function otherColumns(columns: string[], mapping: Mapping): string[] {
  const read = new Set(Object.entries(mapping).flatMap(([field, column]) => (field.startsWith(ATTRIBUTE) ? [] : [column])))
  return columns.filter((column) => !read.has(column))
}

/** A column becomes an attribute, or stays out. */
export function withAttribute(mapping: Mapping, column: string, wanted: boolean): Mapping {
  return withColumn(mapping, ATTRIBUTE + column, wanted ? column : undefined)
}

/** A column that a field reads is no attribute beside it. */
export function withField(mapping: Mapping, field: string, column: string | undefined): Mapping {
  const next = withColumn(mapping, field, column)
  return column === undefined ? next : withColumn(next, ATTRIBUTE + column, undefined)
}
