import { OrgChart } from 'd3-org-chart'
import { useEffect, useImperativeHandle, useLayoutEffect, useRef, useState, type ReactNode, type Ref } from 'react'
import { createPortal } from 'react-dom'
import { useMedia } from '../app/useMedia'

export interface Canvas {
  fit: () => void
  zoomIn: () => void
  zoomOut: () => void
  /** Moves the box into sight, if it is not, and the keyboard to it. */
  focus: (id: string) => void
  /** Shows the whole on one sheet until the paper is out. */
  prepareForPaper: () => Promise<void>
}

interface Box {
  id: string
  parentId?: string
}

interface OrgCanvasProps {
  ref: Ref<Canvas>
  /** The first is the top. */
  boxes: readonly Box[]
  label: string
  width: number
  height: number
  /** What stands in a box, drawn by React: what people wrote is text and never markup. */
  render: (id: string) => ReactNode
}

const HEIGHT = 640
const MOVE_MS = 180
const SVG = 'http://www.w3.org/2000/svg'
const HOST = 'box-host'

/** Lays boxes out as a chart that is moved and enlarged; the library draws lines and places, and this fills the boxes. */
export function OrgCanvas({ ref, boxes, label, width, height, render }: OrgCanvasProps) {
  const calm = useMedia('(prefers-reduced-motion: reduce)')
  const container = useRef<HTMLDivElement>(null)
  const chart = useRef<OrgChart<Box & { _expanded: boolean }>>(null)
  const [hosts, setHosts] = useState<ReadonlyMap<string, Element>>(new Map())

  const draw = useRef<() => void>(() => undefined)
  useLayoutEffect(() => {
    const shown = new Map<string, Element>()
    const drawn = (chart.current ??= make(container.current!))
    drawn
      .duration(calm ? 0 : MOVE_MS)
      .nodeWidth(() => width)
      .nodeHeight(() => height)
      .nodeUpdate(function ({ data }) {
        shown.set(data.id, hostIn(this, width, height))
      })
      // The library keeps its notes in the data, so it gets copies.
      .data(boxes.map(({ id, parentId }, index) => ({ id, parentId: index === 0 ? undefined : parentId, _expanded: true })))
    draw.current = () => drawn.render()
    drawn.render()
    // Opening and closing is the page's: its own keys and clicks would take boxes away behind its back.
    drawn.getChartState().nodesWrapper.selectAll('g.node').on('keydown.node', null).on('click.node', null)
    setHosts((before) => (before.size === shown.size && [...shown].every(([id, host]) => before.get(id) === host) ? before : shown))
  }, [boxes, width, height, calm])

  useEffect(() => {
    const resize = new ResizeObserver(() => draw.current())
    resize.observe(container.current!)
    return () => resize.disconnect()
  }, [])

  useImperativeHandle(ref, () => ({
    fit: () => chart.current?.fit({ animate: !calm }),
    zoomIn: () => chart.current?.zoomIn(),
    zoomOut: () => chart.current?.zoomOut(),
    focus: (id) => {
      const host = hosts.get(id)
      const node = chart.current?.getChartState().allNodes.find(({ data }) => data.id === id)
      if (!host || !node) return
      host.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true })
      // Where it is going is known, where it is only once it is there.
      setTimeout(() => {
        if (container.current && !isIn(host.getBoundingClientRect(), container.current.getBoundingClientRect())) {
          chart.current?.fit({ animate: !calm, scale: false, nodes: [node] })
        }
      }, calm ? 0 : 2 * MOVE_MS)
    },
    prepareForPaper: async () => {
      const drawn = chart.current
      if (!drawn) return
      await new Promise<void>((done) => drawn.fit({ animate: false, onCompleted: done }))
      const { svg, svgHeight } = drawn.getChartState()
      const wide = container.current!.clientWidth
      // A sheet is narrower than the page: what is drawn is made as much smaller.
      svg.attr('viewBox', `0 0 ${wide} ${svgHeight}`)
      window.addEventListener('afterprint', () => svg.attr('viewBox', null), { once: true })
    },
  }), [hosts, calm])

  return (
    <div ref={container} className="org-canvas" role="group" aria-label={label} data-testid="chart">
      {[...hosts].map(([id, host]) => createPortal(render(id), host, id))}
    </div>
  )
}

function make(container: HTMLElement): OrgChart<Box & { _expanded: boolean }> {
  const chart = new OrgChart<Box & { _expanded: boolean }>()
  const zoom = chart.createZoom()
  return (
    chart
      .container(container)
      .svgHeight(HEIGHT)
      .nodeId(({ id }) => id)
      .parentNodeId(({ parentId }) => parentId)
      .childrenMargin(() => 44)
      .siblingsMargin(() => 16)
      .compactMarginBetween(() => 14)
      .compactMarginPair(() => 40)
      .minPagingVisibleNodes(() => Number.MAX_SAFE_INTEGER)
      .scaleExtent([0.05, 2])
      .setActiveNodeCentered(false)
      .nodeContent(() => '')
      .buttonContent(() => '')
      .nodeButtonWidth(() => 0)
      .nodeButtonHeight(() => 0)
      .linkUpdate(function () {
        this.setAttribute('class', 'link org-link')
      })
      // The wheel goes on scrolling the page, and a link stays a link.
      .createZoom(() =>
        zoom().filter((event) => !(event.target as Element).closest('a, button') && !event.button && (event.type === 'wheel' ? event.ctrlKey : !event.ctrlKey)),
      )
  )
}

/** The library empties its own place in a box on every drawing, so the page's stands beside it. */
function hostIn(node: SVGGElement, width: number, height: number): Element {
  let frame = [...node.children].find((child) => child.classList.contains(HOST))
  if (!frame) {
    frame = document.createElementNS(SVG, 'foreignObject')
    frame.setAttribute('class', HOST)
    frame.append(document.createElement('div'))
    node.append(frame)
  }
  frame.setAttribute('width', String(width))
  frame.setAttribute('height', String(height))
  return frame.firstElementChild!
}

const isIn = (box: DOMRect, view: DOMRect) => box.left >= view.left && box.right <= view.right && box.top >= view.top && box.bottom <= view.bottom
