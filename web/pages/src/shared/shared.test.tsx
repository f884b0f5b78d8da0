import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { QrCode } from './QrCode'
import { cardNumber, change, day, money } from './format'
import { forgetInvite, keepInvite, keptInvite } from './invite'
import { forgetShare, keepShare, keptShare, shareIn } from './share'
import { untilNext } from './usePass'
import { en } from '@/words/en'
import { speak, words } from '@/words/words'
import { zh } from '@/words/zh'

it('has every word in both languages, with the same values', () => {
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort()
  for (const key of Object.keys(zh) as (keyof typeof zh)[]) {
    expect(values(en[key]), key).toEqual(values(zh[key]))
    expect(en[key].trim(), key).not.toBe('')
  }
})

it('speaks what is chosen and remembers it', () => {
  speak('en')
  expect(words('again', { seconds: 7 })).toBe('Again in 7 s')
  expect(document.documentElement.lang).toBe('en')
  speak('zh')
  expect(words('again', { seconds: 7 })).toBe('7 秒后重发')
  expect(localStorage.getItem('language')).toBe('zh')
})

it('writes money, changes, card numbers and days', () => {
  const yuan = { currency: 'CNY', fractionDigits: 2 }
  expect(money(yuan, 12_000)).toBe('¥120')
  expect(money(yuan, 12_050)).toBe('¥120.50')
  expect(money({ currency: 'JPY', fractionDigits: 0 }, 120)).toMatch(/120$/)
  expect(change(-30)).toBe('-30')
  expect(change(30)).toBe('+30')
  expect(cardNumber('0000176543210034')).toBe('0000 1765 4321 0034')
  expect(day('2026-11-26T17:00:00Z', 'Asia/Shanghai')).toBe('2026/11/27')
})

it('asks for another pass before the one shown ends', () => {
  const now = Date.parse('2026-11-27T00:00:00Z')
  expect(untilNext({ text: 'x', until: '2026-11-27T00:01:00Z' }, now)).toBe(52_000)
  expect(untilNext({ text: 'x', until: '2026-11-27T00:00:01Z' }, now)).toBe(2_000)
  expect(untilNext(undefined, now)).toBe(2_000)
})

it('draws a QR code that says what it holds', () => {
  render(<QrCode text="WWM1.abc" size={200} label="code" />)
  expect(screen.getByRole('img', { name: 'code' })).toHaveAttribute('data-text', 'WWM1.abc')
  expect(document.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(500)
})

it('keeps an invite until somebody joins, and nothing that is none', () => {
  keepInvite('?invite=<script>')
  expect(keptInvite()).toBeNull()
  keepInvite('?invite=1abc9')
  keepInvite('?page=2')
  expect(keptInvite()).toBe('1abc9')
  forgetInvite()
  expect(keptInvite()).toBeNull()
})

it('takes from an address an invitation to share, and nothing that is none', () => {
  expect(shareIn('?share=abc-DEF_123456789xyz')).toBe('abc-DEF_123456789xyz')
  expect(shareIn('?share=../../card')).toBeNull()
  keepShare('?share=abc-DEF_123456789xyz')
  keepShare('?page=2')
  expect(keptShare()).toBe('abc-DEF_123456789xyz')
  forgetShare()
  expect(keptShare()).toBeNull()
})
