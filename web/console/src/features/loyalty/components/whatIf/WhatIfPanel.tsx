import type { ProgrammeDefinition } from '@/client'
import { useUrlFilters } from '@/shared/hooks/useUrlFilters'
import { PastWhatIfs } from './PastWhatIfs'
import { WhatIfForm } from './WhatIfForm'
import { WhatIfView } from './WhatIfView'

const FILTERS = ['whatIf', 'from', 'to'] as const

/** Tries the draft on the past; which answer is looked at stands in the address. */
export function WhatIfPanel({ draft, published }: { draft: () => ProgrammeDefinition; published: boolean }) {
  const { filters, set } = useUrlFilters(FILTERS)
  const open = (id: string) => set({ whatIf: id, from: null, to: null })
  return (
    <div className="ww-stack">
      <WhatIfForm draft={draft} published={published} onBegun={open} />
      {filters.whatIf && <WhatIfView key={filters.whatIf} id={filters.whatIf} />}
      <PastWhatIfs shown={filters.whatIf} onOpen={open} />
    </div>
  )
}
