import { screen } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { open } from '../render'
import { server } from '../server'

function answer(status: number, code: string, detail?: string) {
  server.use(
    http.get('*/segments', () => HttpResponse.json({ type: `/problems/${code}`, title: code, status, code, traceId: '7f3a9c21', detail }, { status })),
  )
}

describe('a page whose data cannot be had', () => {
  it('shows code and trace id, and tries again when asked', async () => {
    answer(503, 'warehouse-behind', '分析数据还没有追上最新数据。')
    const { user } = open('/b/demo/segments')
    expect(await screen.findByText('分析数据还没追上', {}, { timeout: 10_000 })).toBeInTheDocument()
    expect(screen.getByText('分析数据还没有追上最新数据。')).toBeInTheDocument()
    expect(screen.getByText('warehouse-behind')).toBeInTheDocument()
    expect(screen.getByText('7f3a9c21')).toBeInTheDocument()
    server.resetHandlers()
    await user.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('沉睡 90 天的老客')).toBeInTheDocument()
  })

  it('says whom to ask when it is forbidden, without a button that cannot help', async () => {
    answer(403, 'forbidden')
    open('/b/demo/segments')
    expect(await screen.findByText('你没有权限看这里')).toBeInTheDocument()
    expect(screen.getByText(/请管理员/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: '再试一次' })).not.toBeInTheDocument()
  })

  it('says so when the server answers with no problem at all', async () => {
    server.use(http.get('*/segments', () => new HttpResponse('<html>', { status: 500 })))
    open('/b/demo/segments')
    expect(await screen.findByText('服务器出错了')).toBeInTheDocument()
  })

  it('says so when a page or a brand does not exist', async () => {
    open('/b/nobody/home')
    expect(await screen.findByText('没有这一页')).toBeInTheDocument()
  })
})

describe('an empty installation', () => {
  it('shows what to do first', async () => {
    open('/b/main/home')
    expect(await screen.findByText('欢迎，先让水流进来')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '导入订单' })).toBeInTheDocument()
  })
})
