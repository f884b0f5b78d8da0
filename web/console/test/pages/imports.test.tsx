import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { StartImport } from '@/client'
import { customerDraft, doneImport, draftImport } from '@mock/data/imports'
import { open } from '../render'
import { server } from '../server'

async function choose(field: string, column: string) {
  const select = await screen.findByTestId(`map-${field}`)
  fireEvent.mouseDown(within(select).getByRole('combobox'))
  const options = await screen.findAllByTitle(column)
  fireEvent.click(options[options.length - 1])
}

describe('an import', () => {
  it('starts only once every required field has a column, with exactly that mapping', async () => {
    let sent: StartImport | undefined
    server.use(
      http.get('*/imports/3', () => HttpResponse.json(draftImport)),
      http.post('*/imports/3/start', async ({ request }) => {
        sent = (await request.json()) as StartImport
        return HttpResponse.json({ ...draftImport, state: 'queued' })
      }),
    )
    const { user } = open('/b/demo/imports/3')
    const start = await screen.findByTestId('start-import')
    expect(start).toBeDisabled()
    expect(screen.getByText('还差：单价')).toBeInTheDocument()
    await choose('unitPrice', 'Price')
    await waitFor(() => expect(start).toBeEnabled())
    const source = screen.getByRole('combobox', { name: /来源名称/ })
    await user.clear(source)
    await user.type(source, '官网')
    await user.click(start)
    await waitFor(() =>
      expect(sent).toEqual({
        source: '官网',
        mapping: {
          orderNumber: 'Invoice',
          paidAt: 'InvoiceDate',
          customer: 'Customer ID',
          productCode: 'StockCode',
          quantity: 'Quantity',
          unitPrice: 'Price',
          productName: 'Description',
          country: 'Country',
        },
      }),
    )
    expect(await screen.findByText('排队中，很快开始')).toBeInTheDocument()
  })

  it('says what came in, what did not and why', async () => {
    server.use(http.get('*/imports/1', () => HttpResponse.json(doneImport)))
    open('/b/demo/imports/1')
    expect(await screen.findByText(/20,951 单、4,592 笔退款，新客户 4,383 人/)).toBeInTheDocument()
    expect(screen.getByTestId('import-rejected')).toHaveTextContent('37')
    expect((await screen.findAllByText('不是日期时间')).length).toBeGreaterThan(0)
    expect(screen.getByRole('link', { name: /下载错误 CSV/ })).toHaveAttribute('href', '/api/brands/demo/imports/1/errors.csv')
  })

  it('of customers keeps other columns as attributes, and shows what a dry run found', async () => {
    let sent: StartImport | undefined
    server.use(
      http.get('*/imports/4', () => HttpResponse.json(customerDraft)),
      http.post('*/imports/4/check', async ({ request }) => {
        sent = (await request.json()) as StartImport
        return HttpResponse.json({ ...customerDraft, state: 'queued', dryRun: true })
      }),
    )
    const { user } = open('/b/demo/imports/4')
    expect(await screen.findByText('列名对得上，已套用模板「会员月报」。')).toBeInTheDocument()
    expect(within(screen.getByTestId('dry-run')).getByTestId('import-records')).toHaveTextContent('1,997')
    expect(screen.getByRole('checkbox', { name: /肤质/ })).toBeChecked()
    await user.click(screen.getByRole('checkbox', { name: /备注/ }))
    await user.click(screen.getByTestId('check-import'))
    await waitFor(() => expect(sent?.mapping).toEqual({ ...customerDraft.mapping, 'attributes.备注': '备注' }))
  })

  it('is undone only after it has said what that means', async () => {
    let undone = false
    server.use(
      http.get('*/imports/1', () => HttpResponse.json(doneImport)),
      http.post('*/imports/1/undo', () => {
        undone = true
        return HttpResponse.json({ ...doneImport, state: 'undone', undoable: false })
      }),
    )
    const { user } = open('/b/demo/imports/1')
    await user.click(await screen.findByTestId('undo-import'))
    const dialog = await screen.findByRole('dialog')
    expect(dialog).toHaveTextContent('20,951 单订单、4,592 笔退款不再计入；只由它带来的客户（最多 4,383 位）会消失')
    expect(undone).toBe(false)
    await user.click(within(dialog).getByRole('button', { name: '撤销导入' }))
    expect(await screen.findByText('已撤销，这个文件可以重新导入')).toBeInTheDocument()
  })
})
