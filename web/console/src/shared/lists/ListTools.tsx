import { ColumnsMenu } from './ColumnsMenu'
import type { ListView } from './useListView'
import { ViewsMenu } from './ViewsMenu'

interface Props<T> {
  /** The name its views are kept under. */
  list: string
  view: ListView<T>
}

/** What every list offers above its table: saved views, and which columns it shows. */
export function ListTools<T>({ list, view }: Props<T>) {
  return (
    <div className="ww-row">
      <ViewsMenu list={list} search={view.search} open={view.open} />
      <ColumnsMenu {...view} />
    </div>
  )
}
