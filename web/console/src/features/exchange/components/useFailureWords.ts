import { useTranslation } from 'react-i18next'
import type { DeadLetter, Inlet } from '@/client'

type Failed = Pick<DeadLetter, 'failure' | 'status'>

/** Why a receiver did not take something, in words. */
export function useDeliveryWords(): (failed: Failed) => string {
  const { t } = useTranslation()
  return ({ failure, status }) => t(`exchange.webhooks.failures.${failure}`, { status: status ?? '' })
}

/** Why a topic does not flow, in words. */
export function useTopicWords(): (failure: NonNullable<Inlet['failure']>) => string {
  const { t } = useTranslation()
  return (failure) => t(`exchange.topics.failures.${failure}`)
}
