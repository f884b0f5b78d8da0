import { useTranslation } from 'react-i18next'
import type { CustomerList } from '@/client'
import { StateTag } from '@/shared/components/StateTag'

const TONES = { making: 'water', ready: 'good', stopped: 'bad' } as const

export function ListStateTag({ state }: Pick<CustomerList, 'state'>) {
  const { t } = useTranslation()
  return (
    <StateTag tone={TONES[state]} busy={state === 'making'}>
      {t(`customerList.states.${state}`)}
    </StateTag>
  )
}
