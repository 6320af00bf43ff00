import { importDoubtWords } from '../text/import-doubt-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'

/** Says of a file that it is a register of hazards, by which headings, and where hazards come in. */
export const HazardRegisterNote = ({ headings }: { readonly headings: readonly string[] }) => {
  const text = useWords(importDoubtWords)
  return (
    <div className="import-register" role="alert">
      <Icon name="warning" />
      <div>
        <strong>{text.register}</strong>
        <p>{text.registerBy(headings)}</p>
        <p>{text.registerHow}</p>
      </div>
    </div>
  )
}
