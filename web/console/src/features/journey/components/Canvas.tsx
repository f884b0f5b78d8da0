import '@xyflow/react/dist/style.css'
import { Background, Controls, MarkerType, ReactFlow, ReactFlowProvider, useReactFlow, type Connection, type EdgeChange, type NodeChange } from '@xyflow/react'
import { useMemo, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { JourneyDefinition, JourneyNodePosition } from '@/client'
import { addLoose, connect, insertAt, placeAfter, TRIGGER, withoutNode, withPositions, type StepKind } from '@/shared/journey/graph'
import { useExitWords } from '@/shared/journey/useStepWords'
import { flowEdges, placed, placeOfEdge, type Mark, type StepNodeType, type WayEdgeType } from '../api/flow'
import { HEIGHT, WIDTH } from '../api/layout'
import { loopsAround } from '../api/loops'
import { DRAGGED } from './dragged'
import { useCanvasLabels } from './useCanvasLabels'
import { useFlowNodes, type Standing } from './useFlowNodes'
import { StepNode } from './StepNode'
import { WayEdge } from './WayEdge'
import styles from './Canvas.module.css'

const NODE_TYPES = { step: StepNode }
const EDGE_TYPES = { way: WayEdge }
const EDGE_DEFAULTS = { markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16 } }
const NOTHING = new Set<string>()
const NO_LANES = new Map<string, JourneyNodePosition[]>()

interface Props {
  journey: JourneyDefinition
  standing?: Standing
  marks?: Map<string, Mark>
  /** The ways (`node/exit`) somebody went. */
  passed?: Set<string>
  selected?: string | null
  onSelect?: (id: string | null) => void
  /** Left out where the journey is only looked at. */
  onChange?: (next: JourneyDefinition, selected?: string | null) => void
}

export function Canvas(props: Props) {
  return (
    <ReactFlowProvider>
      <Drawing {...props} />
    </ReactFlowProvider>
  )
}

function Drawing({ journey, standing, marks, passed = NOTHING, selected = null, onSelect, onChange }: Props) {
  const { t } = useTranslation()
  const exitWords = useExitWords()
  const { screenToFlowPosition } = useReactFlow()
  const labels = useCanvasLabels()
  const [moving, setMoving] = useState<Map<string, JourneyNodePosition> | null>(null)
  const [edge, setEdge] = useState<string | null>(null)
  const { at, lanes } = useMemo(() => placed(journey), [journey])
  const positions = useMemo(() => (moving ? new Map([...at, ...moving]) : at), [at, moving])
  const nodes = useFlowNodes(journey, positions, selected, standing, marks)
  const named = (id: string) => nodes.find((node) => node.id === id)?.data.words ?? id
  const ways = moving ? NO_LANES : lanes
  const edges = flowEdges(journey, ways, exitWords, named, passed, edge, standing?.numbers, loopsAround(journey, positions, ways))

  function nodesChanged(changes: NodeChange<StepNodeType>[]) {
    const chosen = changes.find((change) => change.type === 'select' && change.selected)
    if (chosen?.type === 'select') onSelect?.(chosen.id)
    else if (changes.some((change) => change.type === 'select' && change.id === selected)) onSelect?.(null)
    const moves = changes.flatMap((change) => (change.type === 'position' && change.position ? [[change.id, change.position] as const] : []))
    if (moves.length === 0 || !onChange) return
    const next = new Map([...(moving ?? []), ...moves])
    if (changes.some((change) => change.type === 'position' && change.dragging)) setMoving(next)
    else {
      setMoving(null)
      onChange(withPositions(journey, new Map([...at, ...next])))
    }
  }

  function edgesChanged(changes: EdgeChange<WayEdgeType>[]) {
    for (const change of changes) if (change.type === 'select') setEdge((now) => (change.selected ? change.id : now === change.id ? null : now))
  }

  function removed({ nodes: gone, edges: cut }: { nodes: StepNodeType[]; edges: WayEdgeType[] }) {
    if (gone.length > 0) onChange?.(gone.reduce((now, { id }) => withoutNode(now, id), journey), null)
    else if (cut.length > 0) onChange?.(cut.reduce((now, { id }) => connect(now, placeOfEdge(id), null), journey))
  }

  function drawn({ source, sourceHandle, target }: Connection) {
    if (!target.startsWith('@')) onChange?.(connect(journey, { node: source, exit: sourceHandle ?? 'next' }, target))
  }

  function dropped(event: DragEvent) {
    const kind = event.dataTransfer.getData(DRAGGED) as StepKind | ''
    if (!kind || !onChange) return
    event.preventDefault()
    const onto = (event.target as Element).closest<HTMLElement>('.react-flow__edge, .react-flow__node')
    const id = onto?.dataset.id ?? onto?.getAttribute('data-id')
    if (id) {
      const place = id.includes('/') ? placeOfEdge(id) : placeAfter(journey, id.startsWith('@') ? TRIGGER : id)
      const inserted = insertAt(journey, place, kind)
      onChange(inserted.journey, inserted.id)
      return
    }
    const { x, y } = screenToFlowPosition({ x: event.clientX, y: event.clientY })
    const arranged = withPositions(journey, at)
    const loose = addLoose(arranged, kind, { x: Math.round(x - WIDTH / 2), y: Math.round(y - HEIGHT / 2) })
    onChange(loose.journey, loose.id)
  }

  return (
    <div className={styles.canvas} data-testid="journey-canvas" onDragOver={(event) => onChange && event.preventDefault()} onDrop={dropped}>
      <ReactFlow<StepNodeType, WayEdgeType>
        aria-label={t('journey.canvas.label')}
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        defaultEdgeOptions={EDGE_DEFAULTS}
        onNodesChange={nodesChanged}
        onEdgesChange={edgesChanged}
        onDelete={removed}
        onConnect={drawn}
        onPaneClick={() => onSelect?.(null)}
        nodesDraggable={Boolean(onChange)}
        nodesConnectable={Boolean(onChange)}
        deleteKeyCode={onChange ? ['Delete', 'Backspace'] : null}
        multiSelectionKeyCode={null}
        ariaLabelConfig={labels}
        preventScrolling={false}
        zoomOnScroll={false}
        fitView
        fitViewOptions={{ maxZoom: 1, padding: 0.12 }}
        minZoom={0.2}
        maxZoom={1.6}
      >
        <Background gap={20} />
        <Controls showInteractive={false} />
      </ReactFlow>
    </div>
  )
}
