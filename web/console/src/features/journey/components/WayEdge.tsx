import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { useFormat } from '@/shared/hooks/useFormat'
import { pathThrough, type WayEdgeType } from '../api/flow'
import { loopPath } from '../api/loops'
import styles from './Canvas.module.css'

/** A way from one step to the next, along its lane, with its name where there is a choice. */
export const WayEdge = memo(function WayEdge({ id, sourceX, sourceY, targetX, targetY, data, selected, markerEnd }: EdgeProps<WayEdgeType>) {
  const format = useFormat()
  const label = [data?.label, data?.taken ? format.count(data.taken) : null].filter(Boolean).join(' ')
  const around = data?.around ?? null
  const path = around !== null
    ? loopPath({ x: sourceX, y: sourceY }, { x: targetX, y: targetY }, around)
    : pathThrough([{ x: sourceX, y: sourceY }, ...(data?.lane ?? []).map(({ x, y }) => ({ x: Number(x), y: Number(y) })), { x: targetX, y: targetY }])
  const tone = [styles.way, data?.passed && styles.passedWay, selected && styles.selectedWay].filter(Boolean).join(' ')
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} className={tone} interactionWidth={24} />
      {label && (
        <EdgeLabelRenderer>
          <span className={styles.wayLabel} style={{ transform: `translate(-50%, 0) translate(${sourceX}px, ${sourceY + 8}px)` }}>
            {label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
