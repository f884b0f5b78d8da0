import { describe, expect, it } from 'vitest'
import type { Format } from '@/shared/hooks/useFormat'
import { drawingOf } from '@/shared/interval/drawing'
import { CHANNELS, costOf, headOf, needsHead, startOf, takesLinks, wordsOf } from './channels'
import { isShown } from './effect'
import { actionsIn, hasBegun, type Action } from './state'
import { inserted, liquidOf } from './variables'

describe('an effect', () => {
  it('is shown only when its interval leaves zero out', () => {
    expect(isShown({ low: 0.01, high: 0.06, shown: true })).toBe(true)
    expect(isShown({ low: -0.06, high: -0.01, shown: true })).toBe(true)
    expect(isShown({ low: -310, high: 2_098, shown: false })).toBe(false)
  })
  it('is not shown across zero whatever the answer says, nor when the answer says not', () => {
    expect(isShown({ low: -1, high: 1, shown: true })).toBe(false)
    expect(isShown({ low: 0, high: 1, shown: true })).toBe(false)
    expect(isShown({ low: 1, high: 2, shown: false })).toBe(false)
  })
  it('is drawn in order with the zero line in view', () => {
    for (const [low, difference, high] of [[-310, 894, 2_098], [0.0151, 0.0409, 0.0667], [-5, -3, -1], [0, 0, 0]]) {
      const { zero, low: from, point, high: to } = drawingOf({ low, difference, high })
      expect(from).toBeLessThanOrEqual(point)
      expect(point).toBeLessThanOrEqual(to)
      for (const place of [zero, from, to]) {
        expect(place).toBeGreaterThanOrEqual(0)
        expect(place).toBeLessThanOrEqual(1)
      }
    }
  })
})

describe('a broadcast', () => {
  it('can be started only once it is planned', () => {
    const states = ['draft', 'planning', 'planned', 'awaiting', 'approved', 'refused', 'sending', 'paused', 'done', 'cancelled', 'failed'] as const
    const may = (action: Action) => states.filter((state) => actionsIn({ state, aboveLimit: [] }).includes(action))
    expect(may('start')).toEqual(['planned', 'approved'])
    expect(may('pause')).toEqual(['sending'])
    expect(may('resume')).toEqual(['paused'])
    expect(states.filter(hasBegun)).not.toContain('planned')
  })
  it('above the limit is asked about before it can be started', () => {
    expect(actionsIn({ state: 'planned', aboveLimit: ['cost'] })).toEqual(['cancel', 'plan', 'ask'])
    expect(actionsIn({ state: 'awaiting', aboveLimit: ['cost'] })).not.toContain('start')
    expect(actionsIn({ state: 'approved', aboveLimit: ['cost'] })).toContain('start')
  })
})

describe('a template’s variable', () => {
  it('goes where the cursor is, over what is selected', () => {
    expect(inserted('您好，世界！', '{{ link }}', 3, 5)).toEqual({ text: '您好，{{ link }}！', cursor: 13 })
  })
  it('has a fallback where it is the customer’s name', () => {
    expect(liquidOf('name', '您')).toBe('{{ customer.name | default: "您" }}')
  })
})

describe('a channel', () => {
  it('asks for a head where a message has one, and for a link where it may have one', () => {
    expect(CHANNELS.filter(needsHead)).toEqual(['email', 'mini_program'])
    expect(headOf('official_account')).toBe('platform')
    expect(CHANNELS.filter((one) => !takesLinks(one))).toEqual(['mini_program', 'call'])
  })
  it('says before it begins what will happen', () => {
    expect(startOf('wecom')).toBe('page.startWecom')
    expect(startOf('sms')).toBe('channels.startOther')
    expect(startOf('call')).toBe('channels.startCall')
  })
  it('tells its cost, and does not call an unknown price free', () => {
    const format = { exact: String, decimal: String, money: (minor: number) => `¥${minor / 100}` } as unknown as Format
    expect(costOf({ charged: 'segment', units: 240, price: 4.5, total: 1_080 }, format)).toEqual({
      key: 'costSegments',
      values: { units: '240', price: '4.5', total: '¥10.8' },
    })
    expect(costOf({ charged: 'segment', units: 240, price: 0, total: 0 }, format).key).toBe('costFree')
  })
})

describe('sensitive words', () => {
  it('are read however they are written, each once', () => {
    expect(wordsOf('最佳\n 国家级，第一、第一;\n')).toEqual(['最佳', '国家级', '第一'])
  })
})
