import { App, Button, Form, Input, Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { NewTemplate } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { PageHeader } from '@/shared/components/PageHeader'
import { Panel } from '@/shared/components/Panel'
import { CHANNELS, headOf, needsHead, takesLinks } from '../api/channels'
import { useSaveTemplate } from '../api/useSaveTemplate'
import { BodyEditor } from './BodyEditor'
import { TemplatePreview } from './TemplatePreview'

export function TemplateEditor({ id, start }: { id?: string; start: NewTemplate }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const path = useBrandPath()
  const [template, setTemplate] = useState<NewTemplate>({
    name: start.name,
    channel: start.channel,
    subject: start.subject,
    body: start.body,
    linkUrl: start.linkUrl,
  })
  const { save, remove } = useSaveTemplate(id)
  const change = (part: Partial<NewTemplate>) => setTemplate((now) => ({ ...now, ...part }))
  const head = headOf(template.channel)
  const whole = {
    ...template,
    name: template.name.trim(),
    subject: head ? template.subject || null : null,
    linkUrl: takesLinks(template.channel) ? template.linkUrl : null,
  }
  const ready = whole.name && whole.body.trim() && (!needsHead(whole.channel) || whole.subject?.trim())

  function confirmRemove() {
    modal.confirm({
      title: t('touch.templates.deleteTitle', { name: start.name }),
      content: t('touch.templates.deleteText'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      onOk: () => remove.mutateAsync().catch(() => undefined),
    })
  }

  return (
    <>
      <PageHeader
        back={{ to: path('/templates'), label: t('touch.templates.back') }}
        title={id ? start.name : t('touch.templates.new')}
        actions={
          <>
            {id && (
              <>
                <Button danger type="text" onClick={confirmRemove}>
                  {t('touch.templates.delete')}
                </Button>
                <Link to={path(`/broadcasts/new?template=${id}`)}>
                  <Button>{t('touch.templates.use')}</Button>
                </Link>
              </>
            )}
            <Button type="primary" data-testid="save-template" disabled={!ready} loading={save.isPending} onClick={() => save.mutate(whole)}>
              {t('common.save')}
            </Button>
          </>
        }
      />
      <div className="ww-split-wide">
        <Panel>
          <Form layout="vertical" component="div">
            <Form.Item label={t('touch.templates.name')} htmlFor="template-name" required>
              <Input id="template-name" maxLength={80} value={template.name} onChange={({ target }) => change({ name: target.value })} />
            </Form.Item>
            <Form.Item label={t('touch.templates.channel')}>
              <div style={{ overflowX: 'auto' }}>
                <Segmented
                  aria-label={t('touch.templates.channel')}
                  value={template.channel}
                  options={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
                  onChange={(channel) => change({ channel })}
                />
              </div>
            </Form.Item>
            {head && (
              <Form.Item
                label={t(head === 'subject' ? 'touch.templates.subject' : 'touch.channels.platformTemplate')}
                htmlFor="template-subject"
                required={needsHead(template.channel)}
                extra={head === 'platform' && t('touch.channels.platformTemplateHint')}
              >
                <Input id="template-subject" maxLength={150} value={template.subject ?? ''} onChange={({ target }) => change({ subject: target.value })} />
              </Form.Item>
            )}
            <BodyEditor body={template.body} onChange={(body) => change({ body })} />
            {takesLinks(template.channel) && (
              <Form.Item label={t('touch.templates.link')} htmlFor="template-link" extra={t('touch.templates.linkHint', { link: '{{ link }}' })}>
                <Input
                  id="template-link"
                  type="url"
                  placeholder="https://"
                  value={template.linkUrl ?? ''}
                  onChange={({ target }) => change({ linkUrl: target.value.trim() || null })}
                />
              </Form.Item>
            )}
          </Form>
        </Panel>
        <TemplatePreview template={whole} />
      </div>
    </>
  )
}
