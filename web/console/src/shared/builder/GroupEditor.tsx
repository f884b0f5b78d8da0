import { DeleteOutlined, DownOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Dropdown, Segmented, Tooltip } from 'antd'
import { useTranslation } from 'react-i18next'
import { DEEPEST, newAnniversaryRow, newAttributeRow, newEventsRow, newGroup, newListRow, newOrdersRow, newSegmentRow, newSequenceRow, newShareRow, newTagRow, type Draft, type GroupDraft } from './draft'
import { AnniversaryRow } from './AnniversaryRow'
import { AttributeRow } from './AttributeRow'
import { EffectNote } from './EffectNote'
import { EventsRow } from './EventsRow'
import { Handle } from './Handle'
import { ListRow } from './ListRow'
import { Drop, Movable } from './Movable'
import { NotToggle } from './NotToggle'
import { OrdersRow } from './OrdersRow'
import { RfmRow } from './RfmRow'
import { SegmentRow } from './SegmentRow'
import { newAiplRow, newLifecycleRow, newRfmRow } from './stageDraft'
import { AiplRow, LifecycleRow } from './StageRow'
import { SequenceRow } from './SequenceRow'
import { ShareRow } from './ShareRow'
import { TagRow } from './TagRow'
import { newTouchpointRow } from './touchpointDraft'
import { TouchpointRow } from './TouchpointRow'
import { useArrangement } from './useArrangement'
import styles from './Builder.module.css'

interface Props {
  group: GroupDraft
  /** Replaces the node of this id, or removes it when given null. */
  onChange: (id: string, next: Draft | null) => void
  root?: boolean
  depth?: number
}

export function GroupEditor({ group, onChange, root, depth = 0 }: Props) {
  const { t } = useTranslation()
  const { spot, remove } = useArrangement()
  const add = (child: Draft) => onChange(group.id, { ...group, children: [...group.children, child] })
  return (
    <div
      className={`${styles.group} ${root ? styles.root : ''} ${group.negated ? styles.negated : ''}`}
      role="group"
      aria-label={t(`segment.builder.${group.join}`)}
      data-testid={root ? 'segment-builder' : 'segment-group'}
    >
      <div className={styles.groupHead}>
        {!root && <Handle id={group.id} />}
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
            <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('segment.builder.removeGroup')} onClick={() => remove(group.id)} />
          </Tooltip>
        )}
        {!root && <EffectNote id={group.id} />}
      </div>
      {group.children.length === 0 && <p className="ww-muted ww-small">{t('segment.builder.emptyGroup')}</p>}
      <div className={styles.children}>
        {group.children.map((child, index) => (
          <Movable key={child.id} node={child} parent={group.id} index={index}>
            <Child child={child} onChange={onChange} depth={depth + 1} />
          </Movable>
        ))}
        {spot?.parent === group.id && spot.index === group.children.length && <Drop />}
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
              { key: 'events', label: t('behaviour.addEvents'), onClick: () => add(newEventsRow()) },
              { key: 'sequence', label: t('behaviour.addSequence'), onClick: () => add(newSequenceRow()) },
              { key: 'anniversary', label: t('segment.builder.addAnniversary'), onClick: () => add(newAnniversaryRow()) },
              { key: 'touchpoint', label: t('segmentRow.add.touchpoint'), onClick: () => add(newTouchpointRow()) },
              { key: 'rfm', label: t('segmentRow.add.rfm'), onClick: () => add(newRfmRow()) },
              { key: 'lifecycle', label: t('segmentRow.add.lifecycle'), onClick: () => add(newLifecycleRow()) },
              { key: 'aipl', label: t('segmentRow.add.aipl'), onClick: () => add(newAiplRow()) },
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
    case 'events':
      return <EventsRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'sequence':
      return <SequenceRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'list':
      return <ListRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'share':
      return <ShareRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'orders':
      return <OrdersRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'touchpoint':
      return <TouchpointRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'rfm':
      return <RfmRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'lifecycle':
      return <LifecycleRow row={child} onChange={(next) => onChange(child.id, next)} />
    case 'aipl':
      return <AiplRow row={child} onChange={(next) => onChange(child.id, next)} />
  }
}
