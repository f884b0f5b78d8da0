import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { JourneySpan, JourneyStep } from '@/client'
import { listCouponTemplatesOptions, listJourneysOptions, listTemplatesOptions } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { useEventName } from '@/shared/hooks/useEventName'
import { useTags } from '@/shared/tags/useTags'

const KNOWN_EXITS = ['next', 'sent', 'notSent', 'happened', 'timeout', 'done', 'overdue', 'given', 'notGiven', 'else'] as const
type KnownExit = (typeof KNOWN_EXITS)[number]

/** Those the plays name. */
const PLAY_EXITS = ['again', 'gift', 'call', 'yes', 'low'] as const
type PlayExit = (typeof PLAY_EXITS)[number]

/** A way out in the reader's words; one that people named by its name. */
export function useExitWords(): (exit: string) => string {
  const { t } = useTranslation()
  return (exit) => {
    if (KNOWN_EXITS.includes(exit as KnownExit)) return t(`journeyStep.exits.${exit as KnownExit}`)
    return PLAY_EXITS.includes(exit as PlayExit) ? t(`journeyStep.playExits.${exit as PlayExit}`) : exit
  }
}

/** What happens at a node, in one line, whether or not it is complete. */
export function useStepWords(): (step: JourneyStep) => string {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const eventName = useEventName()
  const exitWords = useExitWords()
  const { tag } = useTags()
  const templates = useQuery({ ...listTemplatesOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  const journeys = useQuery({ ...listJourneysOptions({ path: { brand } }), staleTime: 60_000 }).data ?? []
  const coupons = useQuery({ ...listCouponTemplatesOptions({ path: { brand }, query: { limit: 200 } }), staleTime: 60_000 }).data?.items ?? []
  const missing = t('journeyStep.words.missing')
  const named = (list: { id: string; name: string }[], id: string) => list.find((one) => one.id === id)?.name ?? (id || missing)
  const span = ({ amount, unit }: JourneySpan) => t('journeyStep.span', { n: amount, unit: t(`journeyStep.units.${unit}`) })
  return (step) => {
    switch (step.type) {
      case 'delay':
        return t('journeyStep.words.delay', { span: span(step.span) })
      case 'untilTime':
        return t('journeyStep.words.untilTime', { time: step.time, days: (step.weekdays ?? []).map((day) => t(`journeyStep.weekdays.${day}`)).join(' ') }).trim()
      case 'untilEvent':
        return t('journeyStep.words.untilEvent', { event: eventName(step.event?.event || missing), span: span(step.timeout) })
      case 'branch':
        return t('journeyStep.words.branch', { cases: step.cases.map(({ exit }) => exitWords(exit)).join(' / ') })
      case 'split':
        return t('journeyStep.words.split', { arms: step.arms.map(({ exit, weight }) => `${exitWords(exit)} ${weight}`).join(' : ') })
      case 'holdout':
        return t('journeyStep.words.holdout', { percent: step.percent })
      case 'message':
        return t('journeyStep.words.message', { name: named(templates, step.template) })
      case 'tag':
        return t(step.added ? 'journeyStep.words.tagOn' : 'journeyStep.words.tagOff', { name: tag(step.tag)?.name ?? (step.tag || missing) })
      case 'task':
        return t('journeyStep.words.task', { name: step.title || missing, span: span(step.deadline) })
      case 'points':
        return t('journeyStep.words.points', { n: step.points })
      case 'coupon':
        return t('journeyStep.words.coupon', { name: named(coupons, step.template) })
      case 'webhook':
        return t('journeyStep.words.webhook', { name: step.name || missing })
      case 'enter':
        return t('journeyStep.words.enter', { name: named(journeys, step.journey) })
      case 'exit':
        return t('journeyStep.words.exit')
    }
  }
}
