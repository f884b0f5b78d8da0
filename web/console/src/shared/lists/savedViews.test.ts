import { describe, expect, it } from 'vitest'
import { readViews, removed, renamed, saved, viewsPlace, writeViews, type SavedView } from './savedViews'

const sleepers: SavedView = { name: '沉睡', search: 'maxOrders=1' }
const london: SavedView = { name: '伦敦', search: 'city=London&columns=customer%2Ccity' }

describe('saved views', () => {
  it('are kept for one person, brand and list', () => {
    writeViews(viewsPlace('demo', '1', 'customers'), [sleepers])
    expect(readViews(viewsPlace('demo', '1', 'customers'))).toEqual([sleepers])
    expect(readViews(viewsPlace('main', '1', 'customers'))).toEqual([])
    expect(readViews(viewsPlace('demo', '2', 'customers'))).toEqual([])
    expect(readViews(viewsPlace('demo', '1', 'broadcasts'))).toEqual([])
  })
  it('take the place of the one with their name', () => {
    expect(saved([sleepers, london], { name: '沉睡', search: 'maxOrders=2' })).toEqual([{ name: '沉睡', search: 'maxOrders=2' }, london])
    expect(saved([sleepers], london)).toEqual([sleepers, london])
  })
  it('are renamed and removed by name', () => {
    expect(renamed([sleepers, london], '沉睡', '睡着')).toEqual([{ ...sleepers, name: '睡着' }, london])
    expect(removed([sleepers, london], '沉睡')).toEqual([london])
  })
  it('are none where the browser keeps something else', () => {
    const place = viewsPlace('demo', '1', 'customers')
    for (const text of ['{', '{}', 'null']) {
      localStorage.setItem(place, text)
      expect(readViews(place)).toEqual([])
    }
    localStorage.setItem(place, JSON.stringify([null, 3, { name: 'x' }, london]))
    expect(readViews(place)).toEqual([london])
  })
})
