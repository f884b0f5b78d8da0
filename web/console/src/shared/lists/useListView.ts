import type { TableColumnType } from 'antd'
import { useAddress } from '../hooks/useAddress'

export interface ListColumn<T> extends TableColumnType<T> {
  key: string
  /** For choosing the column where its title is more than text. */
  name?: string
}

export interface ListView<T> {
  columns: ListColumn<T>[]
  shown: ListColumn<T>[]
  /** What the address says of filters and columns; the same for the same view, and empty for the list as it is at first. */
  search: string
  open: (search: string) => void
  show: (keys: string[]) => void
}

const COLUMNS = 'columns'

/** How a list is looked at: filters and columns, both in the address. The first column names the row and always stays. */
export function useListView<T>(columns: ListColumn<T>[], filters: readonly string[] = []): ListView<T> {
  const { params, change, open } = useAddress()
  const wanted = params.get(COLUMNS)?.split(',')
  return {
    columns,
    shown: columns.filter(({ key }, place) => place === 0 || !wanted || wanted.includes(key)),
    search: searchOf(params, [...filters, COLUMNS]),
    open,
    show: (keys) =>
      change((next) => {
        if (keys.length === columns.length) next.delete(COLUMNS)
        else next.set(COLUMNS, keys.join(','))
      }),
  }
}

function searchOf(params: URLSearchParams, names: string[]): string {
  const set = names.toSorted().map((name) => [name, params.get(name) ?? ''])
  return new URLSearchParams(set.filter(([, value]) => value !== '')).toString()
}
