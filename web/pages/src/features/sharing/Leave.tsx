import { useMutation, useQueryClient } from '@tanstack/react-query'
import { List, Toast } from 'antd-mobile'
import { leaveSharingMutation } from '@/client/@tanstack/react-query.gen'
import { sure } from '@/shared/sure'
import { path } from '@/shared/brand'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

/** The way out. With the holder everybody goes. */
export function Leave({ holder }: { holder: boolean }) {
  const words = useWords()
  const queries = useQueryClient()
  const leave = useMutation({
    ...leaveSharingMutation(),
    onError: tell,
    onSuccess: () => Toast.show({ icon: 'success', content: words(holder ? 'sharedClosed' : 'sharedLeft') }),
    onSettled: () => queries.invalidateQueries(),
  })
  const word = words(holder ? 'sharedClose' : 'sharedLeave')
  const ask = async () => {
    if (await sure(words(holder ? 'sharedCloseSure' : 'sharedLeaveSure'), word)) leave.mutate({ path })
  }
  return (
    <List mode="card" style={{ margin: 0 }}>
      <List.Item onClick={() => void ask()} disabled={leave.isPending} arrowIcon={false} style={{ textAlign: 'center', color: '#d93838' }}>
        {word}
      </List.Item>
    </List>
  )
}
