import { useState } from 'react'
import { useBrand, usePerson } from '../brand/BrandContext'
import { readViews, viewsPlace, writeViews, type SavedView } from './savedViews'

/** The views this person has saved of this brand's list, and how to change them. */
export function useSavedViews(list: string) {
  const place = viewsPlace(useBrand().id, usePerson().id, list)
  const [views, setViews] = useState(() => readViews(place))

  function change(by: (views: SavedView[]) => SavedView[]) {
    // Another tab may have changed them since.
    const next = by(readViews(place))
    writeViews(place, next)
    setViews(next)
  }

  return { views, change }
}
