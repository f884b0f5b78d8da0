import { BaseEdge, EdgeLabelRenderer, getSmoothStepPath, type EdgeProps } from '@xyflow/react'
import { memo } from 'react'
import { pathThrough, type WayEdgeType } from '../api/flow'
import { WIDTH } from '../api/layout'
import styles from './Canvas.module.css'

/** A way from one step to the next, along its lane, with its name where there is a choice. */
export const WayEdge = memo(function WayEdge({ id, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected, markerEnd }: EdgeProps<WayEdgeType>) {
  const upwards = targetY < sourceY + 20
  const path = upwards
    ? getSmoothStepPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, offset: 24, centerX: Math.max(sourceX, targetX) + WIDTH })[0]
    : pathThrough([{ x: sourceX, y: sourceY }, ...(data?.lane ?? []).map(({ x, y }) => ({ x: Number(x), y: Number(y) })), { x: targetX, y: targetY }])
  const tone = [styles.way, data?.passed && styles.passedWay, selected && styles.selectedWay].filter(Boolean).join(' ')
  return (
    <>
      <BaseEdge id={id} path={path} markerEnd={markerEnd} className={tone} interactionWidth={24} />
      {data?.label && (
        <EdgeLabelRenderer>
          <span className={styles.wayLabel} style={{ transform: `translate(-50%, 0) translate(${sourceX}px, ${sourceY + 8}px)` }}>
            {data.label}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  )
})
