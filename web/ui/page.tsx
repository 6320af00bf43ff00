import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useWords } from '../text/language.ts'
import { uiWords } from '../text/ui-words.ts'
import { Icon } from './icons.tsx'
import './page.css'

interface TitleProps {
  readonly title: string
  /** Stands before the title: a severity mark, a number. */
  readonly mark?: ReactNode
  /** Address to go back to; shown as an arrow on every width. */
  readonly backTo?: string
  /** Buttons at the right. */
  readonly actions?: ReactNode
}

let opened = false

/** What the frame puts at the end of every title bar: on the phone, the way to one's own menu. */
export const TitleCorner = createContext<ReactNode>(null)

/** The heading of a page: slim bar on the phone, a drawing's title line on the desk. Names the browser tab too. */
export const PageTitle = ({ title, mark, backTo, actions }: TitleProps) => {
  const text = useWords(uiWords)
  const corner = useContext(TitleCorner)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${text.product}`
  }, [title, text])
  // a change of page is told to those who listen; the first page of a visit leaves the focus where it is
  useEffect(() => {
    if (opened) heading.current?.focus({ preventScroll: true })
    opened = true
  }, [])
  return (
    <header className="page-title not-in-print">
      {backTo !== undefined && (
        <Link href={backTo} className="page-back" aria-label={text.back}>
          <Icon name="back" />
        </Link>
      )}
      {mark}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <div className="page-actions">
        {actions}
        {corner}
      </div>
    </header>
  )
}

interface PageProps extends TitleProps {
  readonly children: ReactNode
  /** `wide` fills the desk (tables), `reading` keeps lines short (forms), `flush` has no edge at all (the map). */
  readonly width?: 'wide' | 'reading' | 'flush'
}

export const Page = ({ children, width = 'wide', ...title }: PageProps) => (
  <div className={`page page-${width}`}>
    <PageTitle {...title} />
    <div className="page-body">{children}</div>
  </div>
)

interface SectionProps {
  readonly title: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A part of a page under its own heading. */
export const Section = ({ title, actions, children }: SectionProps) => (
  <section className="page-section">
    <div className="page-section-title">
      <h2>{title}</h2>
      {actions}
    </div>
    {children}
  </section>
)

interface Fact {
  readonly label: string
  readonly value: ReactNode
}

/** Ruled cells of label and value, as in the title block of a drawing. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className="facts">
    {facts.map(({ label, value }) => (
      <div key={label} className="fact">
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
