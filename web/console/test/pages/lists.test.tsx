import { fireEvent, screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { customers } from '@mock/data/customers'
import { open } from '../render'
import { server } from '../server'

type User = ReturnType<typeof open>['user']

async function choose(user: User, menu: string, item: string) {
  await user.click(await screen.findByText(menu))
  await user.click(await screen.findByText(item))
}

// antd's menus know keys by their codes, which user-event does not send.
const DOWN = 40
const ENTER = 13
const press = (keyCode: number) => fireEvent.keyDown(document.activeElement!, { keyCode })

// They pass over what is not laid out, and jsdom lays nothing out.
const { offsetParent } = Object.getOwnPropertyDescriptors(HTMLElement.prototype)
beforeEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', { configurable: true, get: () => document.body })
})
afterEach(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetParent', offsetParent)
})

describe('the customers list', () => {
  beforeEach(() => server.use(http.get('*/customers', () => HttpResponse.json({ items: customers.slice(0, 2), next: null }))))

  it('shows the columns chosen, and the address says which', async () => {
    const { user, router } = open('/b/demo/customers?city=London')
    await user.click(await screen.findByText('列 8 / 8'))
    const phone = await screen.findByRole('menuitemcheckbox', { name: '手机号' })
    await user.click(phone)
    expect(phone).toHaveAttribute('aria-checked', 'false')
    expect(screen.getAllByText('手机号')).toEqual([phone.querySelector('.ant-dropdown-menu-title-content')])
    expect(router.state.location.search).toBe('?city=London&columns=customer%2Ccity%2Corders%2CnetSales%2ClastOrderAt%2ClastSeenAt%2Creachable')
    await user.click(phone)
    expect(router.state.location.search).toBe('?city=London')
  })

  it('keeps filters and columns as a view, which can be opened, renamed and deleted', async () => {
    const search = '?city=London&columns=customer%2Ccity'
    const { user, router } = open(`/b/demo/customers${search}`)
    await choose(user, '视图', '存为视图…')
    await user.type(await screen.findByLabelText('视图名称'), '伦敦{enter}')
    await choose(user, '视图：伦敦', '原样：不筛选，全部列')
    await waitFor(() => expect(router.state.location.search).toBe(''))
    await choose(user, '视图', '伦敦')
    await waitFor(() => expect(router.state.location.search).toBe(search))
    await choose(user, '视图：伦敦', '重命名「伦敦」…')
    await user.clear(await screen.findByLabelText('视图名称'))
    await user.type(screen.getByLabelText('视图名称'), '老客{enter}')
    await choose(user, '视图：老客', '删除「老客」…')
    await user.click(await screen.findByText(/^删\s*除$/))
    expect(await screen.findByText('视图')).toBeInTheDocument()
    expect(router.state.location.search).toBe(search)
  })
})

describe('the broadcasts list', () => {
  it('always shows what names a broadcast', async () => {
    const { user } = open('/b/demo/broadcasts?columns=channel')
    expect(await screen.findByRole('columnheader', { name: '名称' })).toBeInTheDocument()
    expect(screen.getAllByRole('columnheader')).toHaveLength(2)
    await user.click(screen.getByText('列 2 / 7'))
    expect(await screen.findByRole('menuitemcheckbox', { name: '名称' })).toHaveAttribute('aria-disabled', 'true')
  })

  it('has its views chosen with the keyboard', async () => {
    localStorage.setItem('ww.views.demo.1.broadcasts', JSON.stringify([{ name: '只看渠道', search: 'columns=name%2Cchannel' }]))
    localStorage.setItem('ww.views.main.1.broadcasts', JSON.stringify([{ name: '别的品牌', search: 'columns=name' }]))
    const { user, router } = open('/b/demo/broadcasts')
    ;(await screen.findByRole('button', { name: '视图' })).focus()
    await user.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement).toHaveTextContent(/^原样/))
    expect(screen.queryByText('别的品牌')).not.toBeInTheDocument()
    press(DOWN)
    await waitFor(() => expect(document.activeElement).toHaveTextContent('只看渠道'))
    press(ENTER)
    await waitFor(() => expect(router.state.location.search).toBe('?columns=name%2Cchannel'))
  })

  it('says that a view of the same name will be replaced', async () => {
    localStorage.setItem('ww.views.demo.1.broadcasts', JSON.stringify([{ name: '简', search: 'columns=name%2Cchannel' }]))
    const { user } = open('/b/demo/broadcasts?columns=name%2Cstate')
    await choose(user, '视图', '存为视图…')
    await user.type(await screen.findByLabelText('视图名称'), '简')
    expect(await screen.findByText('已有同名的视图，保存会替换它。')).toBeInTheDocument()
    await user.keyboard('{Enter}')
    expect(await screen.findByText('视图：简')).toBeInTheDocument()
  })
})
