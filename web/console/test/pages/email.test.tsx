import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { problem } from '@mock/handlers/answers'
import { open } from '../render'
import { server } from '../server'

function unset() {
  server.use(http.get('*/email/settings', () => problem(409, 'email-not-configured')))
}

describe('the mail settings', () => {
  it('say through whom mail goes out, and never show the password', async () => {
    open('/b/demo/settings/email')
    expect(await screen.findByText('邮件群发经 smtp.example.com 以 清溪礼品（hello@example.com）的名义发出。')).toBeInTheDocument()
    expect(screen.getByLabelText('SMTP 服务器')).toHaveValue('smtp.example.com')
    expect(screen.getByLabelText('密码')).toHaveValue('')
    expect(screen.getByRole('link', { name: '发信邮箱' })).toHaveAttribute('aria-current', 'page')
  })

  it('say that nothing is set, and are saved from an empty form', async () => {
    unset()
    let saved: unknown
    server.use(
      http.put('*/email/settings', async ({ request }) => {
        saved = await request.json()
        return HttpResponse.json({ host: 'smtp.brook.example', port: 587, security: 'starttls', username: null, fromAddress: 'post@brook.example', fromName: '清溪' })
      }),
    )
    const { user } = open('/b/demo/settings/email')
    expect(await screen.findByText(/还没有设置/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('SMTP 服务器'), 'smtp.brook.example')
    await user.type(screen.getByLabelText('密码'), 'secret of the mail')
    await user.type(screen.getByLabelText('发件地址'), 'post@brook.example')
    await user.type(screen.getByLabelText('发件人名称'), '清溪')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByText('已保存')).toBeInTheDocument()
    expect(saved).toEqual({
      host: 'smtp.brook.example',
      port: 587,
      security: 'starttls',
      username: null,
      password: 'secret of the mail',
      fromAddress: 'post@brook.example',
      fromName: '清溪',
    })
    expect(screen.getByText(/经 smtp.brook.example 以/)).toBeInTheDocument()
    expect(screen.getByLabelText('密码')).toHaveValue('')
  })

  it('show what the server finds wrong at its field', async () => {
    server.use(
      http.put('*/email/settings', () =>
        problem(422, 'invalid', { errors: [{ pointer: '/fromAddress', code: 'address', detail: '发件地址无效' }] }),
      ),
    )
    const { user } = open('/b/demo/settings/email')
    await screen.findByLabelText('发件地址')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    await waitFor(() => expect(screen.getByLabelText('发件地址')).toHaveAccessibleDescription('发件地址无效'))
    expect(screen.getByLabelText('发件地址')).toHaveFocus()
    expect(screen.queryByText('有内容不符合要求')).not.toBeInTheDocument()
  })

  it('tell a refusal that is about no field', async () => {
    server.use(http.put('*/email/settings', () => problem(507, 'disk-full', { detail: '磁盘空间不足。' })))
    const { user } = open('/b/demo/settings/email')
    await screen.findByLabelText('发件地址')
    await user.click(screen.getByRole('button', { name: /保\s*存/ }))
    expect(await screen.findByText(/磁盘空间不足。/)).toBeInTheDocument()
  })
})
