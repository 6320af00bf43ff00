import { Component, type ReactNode } from 'react'

/** A device without WebGL places photos by the name of the place; the page goes on. */
export class MapMayFail extends Component<
  { readonly otherwise: ReactNode; readonly children: ReactNode },
  { failed: boolean }
> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.otherwise : this.props.children
  }
}
