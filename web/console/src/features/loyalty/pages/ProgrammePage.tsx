import { useQuery } from '@tanstack/react-query'
import { getProgrammeOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { ProgrammeEditor } from '../components/programme/ProgrammeEditor'

/** How members earn points and reach tiers. */
export function ProgrammePage() {
  const { id: brand } = useBrand()
  // Kept as it was read: what somebody is writing is not replaced under their hands.
  const programme = useQuery({ ...getProgrammeOptions({ path: { brand } }), refetchOnWindowFocus: false })
  return (
    <Loaded query={programme} rows={10}>
      {(data) => <ProgrammeEditor key={brand} programme={data} />}
    </Loaded>
  )
}
