import { Link } from 'wouter'
import { frameWords } from '../text/frame-words.ts'
import { useWords } from '../text/language.ts'
import { EmptyState } from '../ui/nothing-to-show.tsx'
import { Page } from '../ui/page.tsx'

export const NotFoundPage = () => {
  const text = useWords(frameWords)
  return (
    <Page title={text.notFound}>
      <EmptyState title={text.notFound} action={<Link href="/">{text.toStart}</Link>}>
        {text.notFoundHow}
      </EmptyState>
    </Page>
  )
}
