import { PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Tag } from '@/client'
import { useBrandPath } from '@/shared/brand/BrandContext'
import { Count } from '@/shared/components/Numbers'
import styles from './TagChips.module.css'

interface Props {
  tags: Tag[]
  countOf: (tag: string) => number
  onEdit: (tag: Tag) => void
  onDelete: (tag: Tag) => void
  onAdd: () => void
}

/** The tags of a group, each with the people who have it one click away. */
export function TagChips({ tags, countOf, onEdit, onDelete, onAdd }: Props) {
  const { t } = useTranslation()
  const path = useBrandPath()
  return (
    <ul className={styles.chips}>
      {tags.map((tag) => (
        <li key={tag.id} className={styles.chip}>
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'rename', label: t('tag.rename'), onClick: () => onEdit(tag) },
                { key: 'delete', danger: true, label: t('common.delete'), onClick: () => onDelete(tag) },
              ],
            }}
          >
            <button type="button" className={styles.name}>
              {tag.name}
              {tag.kind !== 'plain' && <span className="ww-muted ww-small">{t(`tag.kinds.${tag.kind}`)}</span>}
            </button>
          </Dropdown>
          <Link to={path(`/customers?tag=${tag.id}`)} aria-label={t('tag.people', { name: tag.name })} className={styles.count}>
            <Count value={countOf(tag.id)} />
          </Link>
        </li>
      ))}
      <li>
        <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={onAdd}>
          {t('tag.create')}
        </Button>
      </li>
    </ul>
  )
}
