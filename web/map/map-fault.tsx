import { Component, type ReactNode } from 'react'

interface Props {
  /** What stands in the map's place when it cannot be drawn. */
  readonly instead: ReactNode
  readonly children: ReactNode
}

/** A map that fails to load or to draw takes nothing down with it: the list goes on beside it. */
export class MapFault extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    return this.state.failed ? this.props.instead : this.props.children
  }
}
