import type { ReactNode } from 'react'

/** One way to settle an entry: what it means, and the button for it. */
export const Choice = ({ how, children }: { readonly how: string; readonly children: ReactNode }) => (
  <div className="outbox-choice">
    <p>{how}</p>
    {children}
  </div>
)
