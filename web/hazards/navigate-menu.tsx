import { Button, Menu } from '@mantine/core'
import type { HazardLine } from '../../server/hazards/answers.ts'
import { hazardWords } from '../text/hazard-words.ts'
import { useWords } from '../text/language.ts'
import { Icon } from '../ui/icons.tsx'
import { navigateUrl, navigators } from './map-links.ts'
import './navigate-menu.css'

interface Props {
  readonly hazard: Pick<HazardLine, 'longitude' | 'latitude'>
  /** What the navigator shows at the pin. */
  readonly name: string
  readonly compact?: boolean
}

/** One tap to the navigator of one's own choice, in its own datum; nothing for a hazard without a place. */
export const NavigateMenu = ({ hazard: { longitude, latitude }, name, compact = false }: Props) => {
  const text = useWords(hazardWords)
  if (longitude === null || latitude === null) return null
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<Icon name="navigate" sizePixels={18} />} {...(compact && { px: 12 })}>
          {text.navigate}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {navigators.map((navigator) => (
          <Menu.Item
            key={navigator}
            component="a"
            className="navigator"
            href={navigateUrl(navigator, { longitude, latitude }, name)}
            target="_blank"
            rel="noreferrer"
          >
            {text.navigators[navigator]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
