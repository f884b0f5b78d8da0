import { UserOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { usePerson } from '@/shared/brand/BrandContext'
import { useSession } from '@/shared/hooks/useSession'
import { useSignOut } from '@/shared/hooks/useSignOut'
import styles from './TopBar.module.css'

export function PersonMenu() {
  const { t } = useTranslation()
  const person = usePerson()
  const navigate = useNavigate()
  const version = useSession().data?.version
  const leave = useSignOut()
  return (
    <Dropdown
      trigger={['click']}
      autoFocus
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
