import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, DatePicker, Dialog, Input, List, Selector, Toast } from 'antd-mobile'
import { useState } from 'react'
import type { MemberProfile } from '@/client'
import {
  changeMemberProfileMutation,
  getMemberCardQueryKey,
  getMemberProfileQueryKey,
} from '@/client/@tanstack/react-query.gen'
import { path } from '@/shared/brand'
import { date } from '@/shared/format'
import { tell } from '@/shared/problem'
import { useWords } from '@/words/words'

export function ProfileFields({ profile }: { profile: MemberProfile }) {
  const words = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState(profile.name ?? '')
  const [gender, setGender] = useState(profile.gender)
  const [picking, setPicking] = useState(false)
  const change = useMutation({
    ...changeMemberProfileMutation(),
    onError: tell,
    onSuccess: (changed) => {
      queries.setQueryData(getMemberProfileQueryKey({ path }), changed)
      void queries.invalidateQueries({ queryKey: getMemberCardQueryKey({ path }) })
      Toast.show({ icon: 'success', content: words('saved') })
    },
  })
  const born = async (day: Date) => {
    const birthday = `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`
    const sure = await Dialog.confirm({
      content: words('birthdaySure', { date: date(birthday) }),
      confirmText: words('ok'),
      cancelText: words('cancel'),
    })
    if (sure) change.mutate({ path, body: { birthday } })
  }
  const changed = (name.trim() !== '' && name.trim() !== (profile.name ?? '')) || gender !== profile.gender
  return (
    <>
      <List mode="card" style={{ margin: '0 0 12px' }}>
        <List.Item title={words('name')}>
          <Input value={name} onChange={setName} placeholder={words('nameHint')} aria-label={words('name')} maxLength={40} />
        </List.Item>
        <List.Item title={words('gender')}>
          <Selector
            columns={3}
            options={(['female', 'male', 'other'] as const).map((value) => ({ value, label: words(value) }))}
            value={gender ? [gender] : []}
            onChange={([chosen]) => setGender(chosen ?? gender)}
          />
        </List.Item>
        <List.Item
          description={profile.birthday ? undefined : words('birthdayHint')}
          extra={profile.birthday ? date(profile.birthday) : words('notSaid')}
          onClick={profile.birthday ? undefined : () => setPicking(true)}
        >
          {words('birthday')}
        </List.Item>
        {profile.phone && <List.Item extra={profile.phone}>{words('phone')}</List.Item>}
      </List>
      {changed && (
        <Button
          block
          color="primary"
          loading={change.isPending}
          style={{ marginBottom: 12 }}
          onClick={() => change.mutate({ path, body: { name: name.trim() || null, gender } })}
        >
          {words('save')}
        </Button>
      )}
      <DatePicker
        visible={picking}
        title={words('birthday')}
        min={new Date(new Date().getFullYear() - 110, 0, 1)}
        max={new Date()}
        defaultValue={new Date(1990, 0, 1)}
        onClose={() => setPicking(false)}
        onConfirm={(day) => void born(day)}
      />
    </>
  )
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
