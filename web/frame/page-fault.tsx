import { Component, type ReactNode } from 'react'
import { closeFirstViewfinder } from '../first-light/hand-over.ts'
import { isOnline } from '../online.ts'
import { wordsNow } from '../text/language.ts'
import { offlineWords } from '../text/offline-words.ts'
import { uiWords } from '../text/ui-words.ts'
import { EmptyState, ErrorState } from '../ui/nothing-to-show.tsx'

interface Props {
  readonly children: ReactNode
}

/** A page that breaks, or whose file cannot be fetched, leaves the frame standing and says what to do. */
export class PageFault extends Component<Props, { readonly fault: unknown }> {
  override state: { readonly fault: unknown } = { fault: null }

  static getDerivedStateFromError(fault: unknown): { fault: unknown } {
    return { fault: fault ?? new Error(wordsNow(uiWords).broken) }
  }

  override componentDidCatch(): void {
    closeFirstViewfinder()
  }

  override render(): ReactNode {
    const { fault } = this.state
    if (fault === null) return this.props.children
    // the usual fault without a connection: the page's file is not on the device yet
    if (!isOnline()) return <EmptyState title={wordsNow(offlineWords).pageNotKept} />
    return <ErrorState problem={fault} retry={() => window.location.reload()} />
  }
}
