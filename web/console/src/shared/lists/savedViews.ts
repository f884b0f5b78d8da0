/** A list's filters and columns, as its address says them, under a name. */
export interface SavedView {
  name: string
  search: string
}

/** Where this browser keeps the views one person has saved of one brand's list. */
export function viewsPlace(brand: string, person: string, list: string): string {
  return `ww.views.${brand}.${person}.${list}`
}

export function readViews(place: string): SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

export function writeViews(place: string, views: SavedView[]): void {
  localStorage.setItem(place, JSON.stringify(views))
}

/** With the view added, in the stead of the one that had its name. */
export function saved(views: SavedView[], view: SavedView): SavedView[] {
  return views.some(({ name }) => name === view.name) ? views.map((one) => (one.name === view.name ? view : one)) : [...views, view]
}

export function renamed(views: SavedView[], from: string, to: string): SavedView[] {
  return views.map((view) => (view.name === from ? { ...view, name: to } : view))
}

export function removed(views: SavedView[], name: string): SavedView[] {
  return views.filter((view) => view.name !== name)
}

function isView(value: unknown): value is SavedView {
  const { name, search } = (value ?? {}) as Partial<SavedView>
  return typeof name === 'string' && typeof search === 'string'
}
