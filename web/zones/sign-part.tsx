import { Button } from '@mantine/core'
import { Link } from 'wouter'
import type { ZoneWhole } from '../../server/zones/whole-wire.ts'
import { api, told } from '../api.ts'
import { useAsked } from '../asking.ts'
import { useWords } from '../text/language.ts'
import { zoneWords } from '../text/zone-words.ts'
import { Section } from '../ui/page.tsx'
import { signTextsKey } from './zone-key.ts'

/** The road chief's sign as it would be printed today, and what it still lacks. */
export const SignPart = ({ zone }: { readonly zone: ZoneWhole }) => {
  const text = useWords(zoneWords)
  const asked = useAsked(signTextsKey, () => told(api['sign-texts'].$get()))
  const texts = asked.data
  const address = `/api/zones/${encodeURIComponent(zone.id)}/sign`
  return (
    <Section
      title={text.sign}
      actions={
        <span className="zone-doors not-in-print">
          <Button component="a" href={`${address}.pdf`} download={`${text.sign} ${zone.name}.pdf`}>
            {text.signPdf}
          </Button>
          <Button component="a" href={`${address}.svg`} download={`${text.sign} ${zone.name}.svg`}>
            {text.signSvg}
          </Button>
        </span>
      }
    >
      <p className="quiet">{text.signHow}</p>
      {texts?.hotline === '' && (
        <p className="zone-hint">
          {text.noHotline}{' '}
          {texts.mayChange ? <Link href="/settings?part=signs">{text.setHotline}</Link> : text.askHotline}
        </p>
      )}
      {texts?.hasAddress === false && <p className="zone-hint">{text.noAddress}</p>}
      <a href={`${address}.pdf`} className="zone-sign" target="_blank" rel="noreferrer">
        <img
          key={zone.version}
          src={`${address}.svg?v=${zone.version}`}
          alt={text.signPreview}
          width={1200}
          height={800}
          loading="lazy"
        />
      </a>
    </Section>
  )
}
