import { Component, type ReactNode } from 'react'
import { wordsNow } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { ErrorState } from '../ui/nothing-to-show.tsx'

interface Props {
  readonly children: ReactNode
}

/** A page that breaks, or whose file cannot be fetched, leaves the frame standing and says what to do. */
export class PageFault extends Component<Props, { readonly fault: unknown }> {
  override state: { readonly fault: unknown } = { fault: null }

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault: fault ?? new Error(wordsNow(uiWords).broken) }
  }

  override render(): ReactNode {
    return this.state.fault === null ? (
      this.props.children
    ) : (
      <ErrorState problem={this.state.fault} retry={() => window.location.reload()} />
    )
  }
}
