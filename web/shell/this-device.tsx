import { useEffect, useState, useSyncExternalStore } from 'react'
import { BookFacts } from '../field-book/book-facts.tsx'
import { deviceWords } from '../text/device-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { LoadingRows } from '../ui/nothing-to-show.tsx'
import { type Ability, deviceAbilities } from './device-abilities.ts'
import { onShellChange, shellNow } from './register-worker.ts'
import './this-device.css'

const markOf = { can: 'tick', partly: 'warning', cannot: 'close' } as const

/** What this browser can and cannot do in the field, each with its reason, and what of the county lies on it. */
export const ThisDevice = () => {
  const text = useWords(deviceWords)
  const shell = useSyncExternalStore(onShellChange, shellNow)
  const [abilities, setAbilities] = useState<readonly Ability[] | null>(null)
  useEffect(() => {
    let gone = false
    // asked anew when the worker has come
    if (shell !== null) void deviceAbilities().then((found) => !gone && setAbilities(found))
    return () => {
      gone = true
    }
  }, [shell])
  if (abilities === null) return <LoadingRows rows={5} heightPixels={44} />
  return (
    <ul className="device-facts">
      {abilities.map(({ what, standing, why }) => (
        <li key={what} className="device-fact" data-standing={standing}>
          <Icon name={markOf[standing]} sizePixels={20} />
          <div>
            <strong>{text[what]}</strong>
            <span className="device-fact-standing">{text[standing]}</span>
            <p className="device-fact-why">{text[why]}</p>
          </div>
        </li>
      ))}
      <li className="device-fact">
        <Icon name="layers" sizePixels={20} />
        <div>
          <strong>{text.book}</strong>
          <div className="device-book">
            <BookFacts />
          </div>
        </div>
      </li>
    </ul>
  )
}
