import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { api, told } from '../api.ts'
import { newId } from '../new-id.ts'
import { useWords } from '../text/language.ts'
import { peopleWords } from '../text/people-words.ts'
import { FormDialog } from '../ui/dialogs.tsx'
import { say } from '../ui/say.tsx'
import { useMe } from '../ui/use-me.ts'

interface Props {
  readonly opened: boolean
  readonly onClose: () => void
}

const noWords = { words: '' }

/** A way to complain, on every page. The id belongs to the text, so that sending the same one twice leaves one. */
export const FeedbackDialog = ({ opened, onClose }: Props) => {
  const text = useWords(peopleWords)
  const { person } = useMe()
  const [page] = useLocation()
  const [tried, setTried] = useState({ words: '', id: '' })
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={text.feedback}
      draftKey={`feedback.${person.id}`}
      initial={noWords}
      submitLabel={text.feedbackSend}
      notYet={({ words }) => (words.trim() === '' ? text.feedbackNeeded : null)}
      onSubmit={async ({ words }) => {
        const attempt = tried.words === words ? tried : { words, id: newId() }
        setTried(attempt)
        await told(api.feedback.$post({ json: { ...attempt, page } }))
        say.done(text.feedbackSent)
      }}
    >
      {({ values, set, faultOf }) => (
        <>
          <p className="quiet">{text.feedbackWhy}</p>
          <Textarea
            label={text.feedbackWords}
            description={text.feedbackAbout(page)}
            autosize
            minRows={4}
            maxRows={12}
            maxLength={2000}
            value={values.words}
            onChange={(event) => set({ words: event.currentTarget.value })}
            error={faultOf('words')}
            data-autofocus
          />
        </>
      )}
    </FormDialog>
  )
}
