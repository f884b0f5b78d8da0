import { DeleteOutlined, DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { newAnniversaryRow, newAttributeRow, newGroup, newListRow, newOrdersRow, newSegmentRow, newShareRow, newTagRow, type Draft, type GroupDraft } from './draft'
import { AnniversaryRow } from './AnniversaryRow'
import { AttributeRow } from './AttributeRow'
import { ListRow } from './ListRow'
import { NotToggle } from './NotToggle'
import { OrdersRow } from './OrdersRow'
import { SegmentRow } from './SegmentRow'
import { ShareRow } from './ShareRow'
import { TagRow } from './TagRow'
import styles from './Builder.module.css'

interface Props {
  group: GroupDraft
  /** Replaces the node of this id, or removes it when given null. */
  onChange: (id: string, next: Draft | null) => void
  root?: boolean
  depth?: number
}

const DEEPEST = 3

export function GroupEditor({ group, onChange, root, depth = 0 }: Props) {
  const { t } = useTranslation()
  const add = (child: Draft) => onChange(group.id, { ...group, children: [...group.children, child] })
  return (
    <div
      className={`${styles.group} ${root ? styles.root : ''} ${group.negated ? styles.negated : ''}`}
      role="group"
      aria-label={t(`segment.builder.${group.join}`)}
      data-testid={root ? 'segment-builder' : 'segment-group'}
    >
      <div className={styles.groupHead}>
        <Segmented
          size="small"
          aria-label={t('segment.builder.join')}
          value={group.join}
          options={(['and', 'or'] as const).map((value) => ({ value, label: t(`segment.builder.${value}`) }))}
          onChange={(join) => onChange(group.id, { ...group, join })}
        />
        {!root && <NotToggle negated={group.negated} onChange={(negated) => onChange(group.id, { ...group, negated })} />}
        {!root && (
          <Tooltip title={t('segment.builder.removeGroup')}>
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('segment.builder.removeGroup')} onClick={() => onChange(group.id, null)} />
          </Tooltip>
        )}
      </div>
      {group.children.length === 0 && <p className="ww-muted ww-small">{t('segment.builder.emptyGroup')}</p>}
      <div className={styles.children}>
        {group.children.map((child) => (
          <Child key={child.id} child={child} onChange={onChange} depth={depth + 1} />
        ))}
      </div>
      <div className={styles.add}>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add(newAttributeRow())}>
          {t('segment.builder.addAttribute')}
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add(newOrdersRow())}>
          {t('segment.builder.addOrders')}
        </Button>
        <Button size="small" icon={<PlusOutlined />} onClick={() => add(newTagRow())}>
          {t('segment.builder.addTag')}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'anniversary', label: t('segment.builder.addAnniversary'), onClick: () => add(newAnniversaryRow()) },
              { key: 'segment', label: t('segment.builder.addSegment'), onClick: () => add(newSegmentRow()) },
              { key: 'list', label: t('segment.builder.addList'), onClick: () => add(newListRow()) },
              { key: 'share', label: t('segment.builder.addShare'), onClick: () => add(newShareRow()) },
            ],
          }}
        >
          <Button size="small" icon={<DownOutlined />} iconPlacement="end">
            {t('segment.builder.addMore')}
          </Button>
        </Dropdown>
        {depth < DEEPEST && (
          <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => add(newGroup([], group.join === 'and' ? 'or' : 'and'))}>
            {t('segment.builder.addGroup')}
          </Button>
        )}
      </div>
    </div>
  )
}

function Child({ child, onChange, depth }: { child: Draft; onChange: Props['onChange']; depth: number }) {
  switch (child.kind) {
    case 'group':
      return <GroupEditor group={child} onChange={onChange} depth={depth} />
    case 'attribute':
      return <AttributeRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'anniversary':
      return <AnniversaryRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'tag':
      return <TagRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'segment':
      return <SegmentRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'list':
      return <ListRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'share':
      return <ShareRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'orders':
      return <OrdersRow row={child} onChange={(next) => onChange(child.id, next)} />
  }
}
