import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { NewDownload, NewSegment, NewSnapshot } from '@/client'
import { lists } from '@mock/data/lists'
import { open } from '../render'
import { server } from '../server'

const BYTES = '姓名,手机号\n林,13800138000\n'

describe('static lists', () => {
  it('come from a file whose column is guessed, and tell their match rate', async () => {
    let sent: URL | undefined
    server.use(
      http.post('*/lists/upload', ({ request }) => {
        sent = new URL(request.url)
        return HttpResponse.json({ ...lists[0] }, { status: 201 })
      }),
    )
    const { user, router } = open('/b/demo/lists/new')
    const input = (await screen.findByTestId('list-file')).closest('span')?.querySelector('input[type=file]') ?? document.querySelector('input[type=file]')
    fireEvent.change(input as HTMLInputElement, { target: { files: [new File([BYTES], '展会.csv', { type: 'text/csv' })] } })
    await user.click(await screen.findByTestId('match-list'))
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/lists/3'))
    expect(Object.fromEntries(sent?.searchParams ?? [])).toEqual({ filename: '展会.csv', name: '展会', column: '手机号', kind: 'phone' })

    expect(await screen.findByTestId('match-rate')).toHaveTextContent('77.5%')
    expect(screen.getByText(/这个品牌没有这位客户/)).toBeInTheDocument()
    expect(screen.getByTestId('unmatched')).toHaveAttribute('href', '/api/brands/demo/lists/3/unmatched.csv')
  })

  it('are listed with where they come from and how many they hold', async () => {
    open('/b/demo/lists')
    const row = (await screen.findByText('双十一前沉睡老客')).closest('tr') as HTMLElement
    expect(within(row).getByText(/第 2 版/)).toBeInTheDocument()
    expect(within(row).getByText('1,201')).toBeInTheDocument()
  })

  it('are taken of a segment under a name', async () => {
    let taken: NewSnapshot | undefined
    server.use(
      http.post('*/lists', async ({ request }) => {
        taken = (await request.json()) as NewSnapshot
        return HttpResponse.json({ ...lists[1] }, { status: 201 })
      }),
    )
    const { user, router } = open('/b/demo/segments/g1')
    await user.click(await screen.findByRole('button', { name: '存为名单' }))
    const dialog = await screen.findByRole('dialog')
    const name = within(dialog).getByLabelText('名单名称')
    await user.clear(name)
    await user.type(name, '冬天之前')
    await user.click(within(dialog).getByRole('button', { name: '存为名单' }))
    await waitFor(() => expect(taken).toEqual({ name: '冬天之前', segment: 'g1' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/b/demo/lists/2'))
  })

  it('and shares are conditions of the builder', async () => {
    let saved: NewSegment | undefined
    server.use(
      http.post('*/segments', async ({ request }) => {
        saved = (await request.json()) as NewSegment
        return HttpResponse.json({ ...saved, id: 'g9', reading: { zh: '', en: '' }, version: 1, count: 1, countedAt: null, createdAt: '2011-12-09T12:50:00Z', updatedAt: '2011-12-09T12:50:00Z' })
      }),
    )
    const definition = { type: 'and', conditions: [{ type: 'list', list: '3' }, { type: 'not', condition: { type: 'share', key: '秋季', from: 0, to: 1250 } }] }
    const { user } = open(`/b/demo/segments/new?definition=${encodeURIComponent(JSON.stringify(definition))}`)
    expect(await screen.findByText('秋季展会来宾')).toBeInTheDocument()
    expect(screen.getByRole('spinbutton', { name: '到百分之' })).toHaveValue('12.50')
    await user.type(screen.getByLabelText(/人群名称/), '来宾')
    await user.click(screen.getByTestId('save-segment'))
    await waitFor(() => expect(saved?.definition).toEqual(definition))
  })
})

describe('a saved segment', () => {
  it('shows its versions side by side and brings one back', async () => {
    const restored: string[] = []
    server.use(
      http.post('*/segments/:id/versions/:version/restore', ({ params }) => {
        restored.push(String(params.version))
        return HttpResponse.json({ code: 'segment-invalid', status: 422, title: '', type: '', detail: '' }, { status: 422 })
      }),
    )
    const { user } = open('/b/demo/segments/g1?tab=history')
    const newest = await screen.findByRole('region', { name: '第 3 版' })
    expect(within(newest).getByText('城市是 London')).toHaveTextContent('去掉')
    expect(within(newest).getByText('城市是 London、Manchester 之一')).toHaveTextContent('新增')
    const oldest = screen.getByRole('region', { name: '第 1 版' })
    await user.click(within(oldest).getByRole('button', { name: '恢复到这一版' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '恢复到这一版' }))
    await waitFor(() => expect(restored).toEqual(['1']))
  })

  it('says who stands on it, with the way there', async () => {
    open('/b/demo/segments/g1?tab=uses')
    expect(await screen.findByRole('link', { name: '十一月唤醒' })).toHaveAttribute('href', '/b/demo/broadcasts/7')
    expect(screen.getByRole('link', { name: '沉睡' })).toHaveAttribute('href', '/b/demo/tags?tab=rules')
    expect(screen.getByText('#9')).toBeInTheDocument()
  })

  it('is downloaded with chosen columns, masked unless asked otherwise', async () => {
    let wanted: NewDownload | undefined
    server.use(
      http.post('*/member-downloads', async ({ request }) => {
        wanted = (await request.json()) as NewDownload
        return HttpResponse.json({}, { status: 201 })
      }),
    )
    const { user, router } = open('/b/demo/segments/g1')
    await user.click(await screen.findByRole('button', { name: '下载客户' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(await within(dialog).findByRole('radio', { name: 'XLSX' }))
    await user.click(within(dialog).getByRole('button', { name: '开始生成' }))
    await waitFor(() => expect(wanted).toEqual({ segment: 'g1', columns: ['memberNo', 'name', 'phone', 'city', 'orders', 'netSales', 'lastOrderAt'], format: 'xlsx', plain: false }))
    await waitFor(() => expect(router.state.location.search).toBe('?tab=downloads'))
  })
})
