/** What is used of the library, which brings no types of its own. */
declare module 'd3-org-chart' {
  interface Node<D> {
    data: D
  }
  interface Selection {
    selectAll(selector: string): Selection
    on(type: string, listener: null): Selection
    node(): Element | null
    attr(name: string, value: string | number | null): Selection
  }
  interface Zoom {
    filter(allows: (event: MouseEvent & WheelEvent) => boolean): Zoom
  }
  interface State<D> {
    allNodes: Node<D>[]
    nodesWrapper: Selection
    svg: Selection
    svgWidth: number
    svgHeight: number
    lastTransform: { k: number }
  }
  interface Bounds<D> {
    animate?: boolean
    scale?: boolean
    nodes?: Node<D>[]
    onCompleted?: () => void
  }
  export class OrgChart<D> {
    container(element: HTMLElement): this
    data(data: readonly D[]): this
    nodeId(of: (data: D) => string): this
    parentNodeId(of: (data: D) => string | undefined): this
    nodeWidth(of: () => number): this
    nodeHeight(of: () => number): this
    nodeButtonWidth(of: () => number): this
    nodeButtonHeight(of: () => number): this
    childrenMargin(of: () => number): this
    siblingsMargin(of: () => number): this
    compactMarginBetween(of: () => number): this
    compactMarginPair(of: () => number): this
    minPagingVisibleNodes(of: () => number): this
    nodeContent(of: () => string): this
    buttonContent(of: () => string): this
    nodeUpdate(draw: (this: SVGGElement, node: Node<D>) => void): this
    linkUpdate(draw: (this: SVGPathElement, node: Node<D>) => void): this
    createZoom(): () => Zoom
    createZoom(make: () => Zoom): this
    scaleExtent(extent: [number, number]): this
    initialZoom(scale: number): this
    setActiveNodeCentered(centred: boolean): this
    svgHeight(height: number): this
    svgWidth(width: number): this
    duration(ms: number): this
    render(): this
    fit(bounds?: Bounds<D>): this
    zoomIn(): void
    zoomOut(): void
    getChartState(): State<D>
  }
}
