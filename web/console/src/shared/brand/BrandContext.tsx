import { createContext, use, type ReactNode } from 'react'
import type { Brand, Person } from '@/client'

interface Place {
  brand: Brand
  person: Person
}

const BrandContext = createContext<Place | null>(null)

export function BrandProvider({ brand, person, children }: Place & { children: ReactNode }) {
  return <BrandContext value={{ brand, person }}>{children}</BrandContext>
}

export function useBrand(): Brand {
  return usePlace().brand
}

export function usePerson(): Person {
  return usePlace().person
}

/** Turns a page's own path into one below the brand in the URL. */
export function useBrandPath(): (path: string) => string {
  const { id } = useBrand()
  return (path) => `/b/${id}${path}`
}

function usePlace(): Place {
  const place = use(BrandContext)
  if (!place) throw new Error('Only pages of a brand may ask for it')
  return place
}
