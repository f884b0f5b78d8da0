import { screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { problem } from '@mock/handlers/answers'
import { resetSuggestions } from '@mock/handlers/suggestion'
import { open } from '../render'
import { server } from '../server'

describe('the identity review', () => {
  beforeEach(resetSuggestions)

  it('shows two customers side by side, what differs, and what each field says in words', async () => {
    open('/b/demo/identity-review')
    expect(await screen.findByText('是同一人的可能性 99.9%')).toBeInTheDocument()
    const birthday = screen.getByRole('row', { name: /^生日/ })
    expect(within(birthday).getByText('1990-07-03').tagName).toBe('MARK')
    expect(within(birthday).getByText(/日、月互换/)).toBeInTheDocument()
    expect(within(birthday).getByText(/强烈支持/)).toBeInTheDocument()
    const phone = screen.getByRole('row', { name: /^手机号/ })
    expect(within(phone).getByText('只有一边有，不作证据')).toBeInTheDocument()
    expect(screen.getByText(/可在客户页拆开/)).toBeInTheDocument()
  })

  it('is done by keyboard: down, reject, and the next pair stands there', async () => {
    const { user } = open('/b/demo/identity-review')
    await screen.findByText('是同一人的可能性 99.9%')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(await screen.findByText('是同一人的可能性 71.0%')).toBeInTheDocument()
    await user.keyboard('r')
    await waitFor(() => expect(screen.queryByText('是同一人的可能性 71.0%')).not.toBeInTheDocument())
    await user.click(screen.getByText('已否定'))
    expect(await screen.findByText('是同一人的可能性 71.0%')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: '撤回否定' }))
    expect(await screen.findByText('这个状态下没有客户对')).toBeInTheDocument()
  })

  it('merges at one key, and asks first where two member numbers speak against it', async () => {
    const { user } = open('/b/demo/identity-review')
    await screen.findByText('是同一人的可能性 99.9%')
    await user.keyboard('a')
    expect(await screen.findByText(/两边的会员号不同/)).toBeInTheDocument()
    await user.keyboard('a')
    const dialog = await screen.findByRole('dialog')
    await user.keyboard('r')
    await user.click(within(dialog).getByRole('button', { name: '是同一人，合并' }))
    await waitFor(() => expect(screen.queryByText(/两边的会员号不同/)).not.toBeInTheDocument())
    await user.click(screen.getByText('已合并'))
    expect(await screen.findAllByText(/lin 于/)).not.toHaveLength(0)
    const queue = await screen.findByRole('list', { name: '待处理的客户对' })
    expect(within(queue).getAllByRole('button')).toHaveLength(2)
  })

  it('says what to do first, and what went wrong', async () => {
    server.use(http.get('*/suggestions', () => HttpResponse.json({ items: [], next: null })))
    const { user } = open('/b/demo/identity-review')
    expect(await screen.findByText('没有需要确认的客户对')).toBeInTheDocument()
    server.use(http.post('*/suggestions/search', () => problem(503, 'unavailable', { detail: '稍后重试。' })))
    await user.click(screen.getAllByRole('button', { name: '重新比对' })[0])
    expect(await screen.findByText(/稍后重试/)).toBeInTheDocument()
  })
})
