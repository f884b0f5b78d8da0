import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewCallResult, SmsSettingsWritable, WordList } from '@/client'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

describe('SMS settings', () => {
  it('of a brand without a provider begin with a trial, and never show a secret', async () => {
    let saved: SmsSettingsWritable | null = null
    server.use(
      http.get('*/api/brands/demo/sms/settings', () => problem(409, 'sms-not-configured')),
      http.put('*/api/brands/demo/sms/settings', async ({ request }) => {
        saved = (await request.json()) as SmsSettingsWritable
        return HttpResponse.json({ ...saved, secret: undefined, callback: 'https://w.example.com/callbacks/sms/demo' })
      }),
    )
    const { user } = open('/b/demo/settings/sms')
    expect(await screen.findByText(/还没有设置/)).toBeInTheDocument()
    expect(screen.queryByLabelText('网关地址')).not.toBeInTheDocument()
    await user.type(screen.getByLabelText('短信签名'), '清溪礼品')
    await user.click(screen.getByText('短信网关（HTTP）'))
    await user.type(await screen.findByLabelText('网关地址'), 'https://sms.example.com')
    await user.type(screen.getByLabelText('密钥标识'), 'qingxi')
    await user.type(screen.getByLabelText('密钥'), 'whisper')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved).toMatchObject({ provider: 'http', signature: '清溪礼品', secret: 'whisper', price: 4.5 }))
    expect(await screen.findByTestId('sms-callback')).toHaveTextContent('/callbacks/sms/demo')
  })

  it('keep the secret that is there when none is typed', async () => {
    let saved: SmsSettingsWritable | null = null
    server.use(
      http.put('*/api/brands/demo/sms/settings', async ({ request }) => {
        saved = (await request.json()) as SmsSettingsWritable
        return HttpResponse.json({ ...saved, callback: null })
      }),
    )
    const { user } = open('/b/demo/settings/sms')
    const price = await screen.findByLabelText('每条价格（分）')
    await user.clear(price)
    await user.type(price, '3.8')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved).toMatchObject({ secret: null, price: 3.8 }))
  })
})

describe('a call', () => {
  it('is told with its result, and leaves the list', async () => {
    let told: NewCallResult | null = null
    server.use(
      http.post('*/api/brands/demo/call-tasks/1/result', async ({ request }) => {
        told = (await request.json()) as NewCallResult
        server.use(http.get('*/api/brands/demo/call-tasks/open', () => HttpResponse.json({ items: [], next: null })))
        return HttpResponse.json({})
      }),
    )
    const { user } = open('/b/demo/calls')
    await user.click(await screen.findByRole('button', { name: '记结果' }))
    await user.click(await screen.findByLabelText('不愿再接到电话'))
    expect(screen.getByText(/许可随即收回/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(told).toEqual({ result: 'refused', note: null }))
    expect(await screen.findByText('没有要打的电话')).toBeInTheDocument()
  })
})

describe('sensitive words', () => {
  it('are saved one by one', async () => {
    let saved: WordList | null = null
    server.use(
      http.put('*/api/brands/demo/sensitive-words', async ({ request }) => {
        saved = (await request.json()) as WordList
        return HttpResponse.json(saved)
      }),
    )
    const { user } = open('/b/demo/settings/channels?tab=words')
    const words = await screen.findByLabelText('每行一个词')
    expect(words).toHaveValue('最佳\n国家级\n第一')
    await user.type(words, '{enter}独家')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(saved?.words).toEqual(['最佳', '国家级', '第一', '独家']))
  })
})
