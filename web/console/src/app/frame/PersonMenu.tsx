import { UserOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signOut } from '@/client'
import { usePerson } from '@/shared/brand/BrandContext'
import { useReport } from '@/shared/hooks/useReport'
import { useSession } from '@/shared/hooks/useSession'
import styles from './TopBar.module.css'

export function PersonMenu() {
  const { t } = useTranslation()
  const person = usePerson()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const report = useReport()
  const version = useSession().data?.version
  const leave = useMutation({
    mutationFn: () => signOut(),
    onSuccess: () => {
      queries.clear()
      void navigate('/sign-in')
    },
    onError: report.refused,
  })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: `${person.displayName} · ${t(`access.people.roles.${person.role}`)}`,
            children: [
              { key: 'password', label: t('top.changePassword'), onClick: () => void navigate('/change-password') },
              { key: 'out', label: t('top.signOut'), onClick: () => leave.mutate() },
            ],
          },
          { type: 'divider' },
          { key: 'version', disabled: true, label: t('top.version', { version }) },
        ],
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={t('top.person')}>
        <span className={styles.personName}>{person.displayName}</span>
      </Button>
    </Dropdown>
  )
}
