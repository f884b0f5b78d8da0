import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { updateSensitiveWords, type WordList } from '@/client'
import { getSensitiveWordsOptions, getSensitiveWordsQueryKey } from '@/client/@tanstack/react-query.gen'
import { useBrand } from '@/shared/brand/BrandContext'
import { Loaded } from '@/shared/components/Loaded'
import { useReport } from '@/shared/hooks/useReport'
import { wordsOf } from '../api/channels'

/** Words that must stand in no message of the brand. */
export function SensitiveWordsForm() {
  const { id: brand } = useBrand()
  const list = useQuery(getSensitiveWordsOptions({ path: { brand } }))
  return <Loaded query={list}>{(data) => <Fields list={data} />}</Loaded>
}

function Fields({ list }: { list: WordList }) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const report = useReport()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: ({ words }: { words: string }) => updateSensitiveWords({ path: { brand }, body: { words: wordsOf(words) } }),
    onSuccess: ({ data }) => {
      queries.setQueryData(getSensitiveWordsQueryKey({ path: { brand } }), data)
      report.done(t('common.saved'))
    },
    onError: report.refused,
  })
  return (
    <Form layout="vertical" style={{ maxWidth: 520 }} initialValues={{ words: list.words.join('\n') }} onFinish={(all) => save.mutate(all)}>
      <Form.Item name="words" label={t('touch.settings.words')} extra={t('touch.settings.wordsHint')}>
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t('common.save')}
      </Button>
    </Form>
  )
}
