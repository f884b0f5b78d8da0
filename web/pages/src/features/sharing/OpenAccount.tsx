import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Toast } from 'antd-mobile'
import type { SharingRule } from '@/client'
import { openFamilyAccountMutation } from '@/client/@tanstack/react-query.gen'
import { Meaning } from './Meaning'
import { sure } from '@/shared/sure'
import { path } from '@/shared/brand'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

export function OpenAccount({ rule: { everybodySpends, most } }: { rule: SharingRule }) {
  const words = useWords()
  const queries = useQueryClient()
  const open = useMutation({
    ...openFamilyAccountMutation(),
    onError: tell,
    onSuccess: () => Toast.show({ icon: 'success', content: words('sharedOpened') }),
    onSettled: () => queries.invalidateQueries(),
  })
  const ask = async () => {
    const question = words(everybodySpends ? 'sharedOpenSureEverybody' : 'sharedOpenSureHolder')
    if (await sure(question, words('sharedOpen'))) open.mutate({ path })
  }
  return (
    <>
      <Meaning everybodySpends={everybodySpends} most={most} />
      <Button block color="primary" size="large" loading={open.isPending} onClick={() => void ask()}>
        {words('sharedOpen')}
      </Button>
      <p className="faint middle">{words('sharedOpenHint')}</p>
    </>
  )
}
