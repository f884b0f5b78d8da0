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
