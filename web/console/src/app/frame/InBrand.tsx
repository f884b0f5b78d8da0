import { useEffect } from 'react'
import { useParams } from 'react-router'
import { BrandProvider } from '@/shared/brand/BrandContext'
import { useSession } from '@/shared/hooks/useSession'
import { Frame } from './Frame'
import { NotFound } from './NotFound'
import { rememberBrand } from './lastBrand'

/** Everything below one brand of the URL. */
export function InBrand() {
  const { brand: id = '' } = useParams()
  const { data } = useSession()
  const brand = data?.brands.find((one) => one.id === id)
  useEffect(() => {
    if (brand) rememberBrand(brand.id)
  }, [brand])
  if (!data?.person || !brand) return <NotFound />
  return (
    <BrandProvider key={brand.id} brand={brand} person={data.person}>
      <Frame />
    </BrandProvider>
  )
}
