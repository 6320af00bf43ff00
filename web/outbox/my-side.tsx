import { fieldsIn, numberIn, textIn } from '../hazards/entry-body.ts'
import { useWords } from '../text/language.ts'
import { outboxWords } from '../text/outbox-words.ts'
import { useTime } from '../text/use-time.ts'
import { Facts } from '../ui/page.tsx'
import { useCodeNames } from '../ui/use-county.ts'
import type { OutboxEntry } from './entry.ts'
import { useDeviceTime } from './entry-card.tsx'
import { EntryPhotos } from './entry-photos.tsx'
import { useEntryWords } from './entry-words.ts'

/** What was done offline: the step, its words and quantities, its photos, and when. */
export const MySide = ({ entry }: { readonly entry: OutboxEntry }) => {
  const text = useWords(outboxWords)
  const words = useEntryWords()
  const names = useCodeNames()
  const time = useTime()
  const deviceTime = useDeviceTime()
  const { what } = entry
  const body = what.kind === 'step' ? what.body : { remark: what.description }
  const written = (label: string, field: string) => ({ label, value: textIn(body, field) })
  const owner = textIn(body, 'ownerUnitId')
  const dueOn = textIn(body, 'dueOn')
  const costYuan = numberIn(body, 'costYuan')
  const measures = fieldsIn(body, 'measures').map((line) => {
    const code = textIn(line, 'measure')
    const quantity = numberIn(line, 'installedQuantity')
    const told =
      quantity === null ? text.struck(textIn(line, 'struckBecause')) : `${quantity} ${names.unitOfMeasure(code)}`
    return `${names.measure(code)} ${told}`.trim()
  })
  const facts = [
    { label: text.step, value: words.what(entry) },
    { label: text.when, value: deviceTime(what.takenAtMs) },
    written(text.because, 'because'),
    written(text.remark, 'remark'),
    written(text.remark, 'words'),
    { label: text.owner, value: owner === '' ? '' : names.unitName(owner) },
    { label: text.dueOn, value: dueOn === '' ? '' : time.day(dueOn) },
    { label: text.quantities, value: measures.join('，') },
    { label: text.cost, value: costYuan === null ? '' : text.yuan(costYuan.toLocaleString('en-US')) },
  ]
  return (
    <section className="outbox-side" aria-label={text.mine}>
      <h2>{text.mine}</h2>
      <Facts facts={facts.filter(({ value }) => value !== '')} />
      <EntryPhotos photos={entry.photos} />
    </section>
  )
}
