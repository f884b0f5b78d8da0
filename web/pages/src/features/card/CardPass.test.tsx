import { act, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { show } from '@test/show'
import { CardPass } from './CardPass'
import { configureClient } from '@/shared/client'

configureClient()
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Answers each call with another pass, good for a minute. */
function passes() {
  const given: string[] = []
  vi.stubGlobal('fetch', async () => {
    given.push(`WWM1.pass-${given.length + 1}`)
    return Response.json({ text: given.at(-1), until: new Date(Date.now() + 60_000).toISOString() })
  })
  return given
}

const later = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000))
const shown = () => screen.getByRole('img', { name: '向店员出示会员码' }).getAttribute('data-text')

it('shows another code before the one on the screen ends, minute after minute, and none when nobody looks', async () => {
  vi.useFakeTimers()
  const given = passes()
  const { unmount } = show(<CardPass />)
  await later(1)
  expect(shown()).toBe('WWM1.pass-1')
  await later(50)
  expect(given).toHaveLength(1)
  await later(2)
  expect(shown()).toBe('WWM1.pass-2')
  await later(53)
  expect(shown()).toBe('WWM1.pass-3')
  unmount()
  await later(300)
  expect(given).toHaveLength(3)
})
