import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { DataQuality, NewSourceLevels } from '@/client'
import { customers } from '../../mock/data/customers'
import { open } from '../render'
import { server } from '../server'

const NO = customers[0].customerNo

function choose(label: string, option: string) {
  fireEvent.mouseDown(screen.getByRole('combobox', { name: label }))
  const options = screen.getAllByTitle(option)
  fireEvent.click(options[options.length - 1])
}

describe('a customer’s page', () => {
  it('says why a value stands and who said what', async () => {
    const { user } = open(`/b/demo/customers/${NO}`)
    expect(await screen.findByText('官网的优先于online_retail_2010')).toBeInTheDocument()
    expect(screen.getByText('online_retail_2010：Leeds')).toBeInTheDocument()
    await user.click(screen.getAllByRole('button', { name: /谁说过什么/ })[0])
    const drawer = await screen.findByRole('dialog')
    expect(await within(drawer).findByText('采用')).toBeInTheDocument()
    expect(within(drawer).getByText('Leeds')).toBeInTheDocument()
  })

  it('says by which channels they can be reached and why not by others', async () => {
    open(`/b/demo/customers/${NO}`)
    const sms = (await within(await screen.findByRole('main')).findByText('短信')).closest('li') as HTMLElement
    expect(within(sms).getByText('没有同意营销')).toBeInTheDocument()
    expect(within(sms).getByText(/本系统还不能从这里发送/)).toBeInTheDocument()
  })

  it('shows guides, groups and who brought whom', async () => {
    open(`/b/demo/customers/${NO}?tab=relations`)
    expect(await screen.findByText('西湖店会员群')).toBeInTheDocument()
    expect(screen.getByText('介绍来的客户 3 位')).toBeInTheDocument()
    const referrer = customers[1].name ?? `客户 ${customers[1].customerNo}`
    expect(screen.getByRole('link', { name: referrer })).toHaveAttribute('href', `/b/demo/customers/${customers[1].customerNo}`)
  })

  it('narrows the timeline by kind, and the address says so', async () => {
    const { router } = open(`/b/demo/customers/${NO}?tab=timeline`)
    await screen.findByText('加为好友')
    choose('类别', '消息')
    await waitFor(() => expect(router.state.location.search).toContain('groups=messages'))
    await waitFor(() => expect(screen.queryByText('加为好友')).not.toBeInTheDocument())
    expect(await screen.findByText('发出消息')).toBeInTheDocument()
  })
})

describe('the page of source priority', () => {
  it('saves a level for one attribute', async () => {
    let saved: NewSourceLevels | undefined
    server.use(
      http.put('*/source-priority', async ({ request }) => {
        saved = (await request.json()) as NewSourceLevels
        return HttpResponse.json({ general: [], attributes: [], kinds: [], sources: [] })
      }),
    )
    const { user } = open('/b/demo/source-priority?attribute=city')
    const save = await screen.findByRole('button', { name: '保存并重新取值' })
    expect(save).toBeDisabled()
    choose('官网的级别', '3 级')
    await user.click(save)
    await waitFor(() =>
      expect(saved).toEqual({
        attribute: 'city',
        levels: [
          { named: 'kind', name: 'connector', level: 1 },
          { named: 'source', name: '官网', level: 3 },
        ],
      }),
    )
  })
})

describe('the page of data quality', () => {
  it('leads from each number to where it is mended', async () => {
    open('/b/demo/data-quality')
    // By text: asking for roles in tables this long takes seconds.
    const link = (text: string) => screen.getAllByText(text)[0].closest('a')
    await screen.findByText('37')
    expect(link('37')).toHaveAttribute('href', '/b/demo/identity-review')
    expect(link('18')).toHaveAttribute('href', '/b/demo/quarantine')
    await screen.findByText('生日')
    expect(link('生日')).toHaveAttribute('href', '/b/demo/source-priority?attribute=birthday')
    expect(screen.getByText('13800138000')).toBeInTheDocument()
  })

  it('offers to measure what was never measured', async () => {
    let asked = false
    const answer = (): DataQuality => ({ days: 30, sources: [], refused: [], openSuggestions: 0, measuredAt: null, coverage: null, measuring: asked })
    server.use(
      http.get('*/data-quality', () => HttpResponse.json(answer())),
      http.post('*/data-quality/measure', () => {
        asked = true
        return HttpResponse.json(answer())
      }),
    )
    const { user } = open('/b/demo/data-quality')
    expect(await screen.findByText('还没有统计过覆盖率。')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '重新统计' }))
    expect(await screen.findByText('正在统计…')).toBeInTheDocument()
  })
})
