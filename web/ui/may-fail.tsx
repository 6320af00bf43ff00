import { Component, type ReactNode } from 'react'

interface Props {
  readonly otherwise?: ReactNode
  readonly children: ReactNode
}

/** A part whose file could not be fetched, or that this device cannot draw, is left out: saving goes on without it. */
export class MayFail extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? (this.props.otherwise ?? null) : this.props.children
  }
}
