import { HazardCard } from './hazard-card.tsx'
import { JunctionCard } from './junction-card.tsx'
import type { CardAsked } from './map-address.ts'
import type { useMapCard } from './use-map-card.ts'
import { ZoneCard } from './zone-card.tsx'

interface Props {
  readonly card: CardAsked
  readonly open: ReturnType<typeof useMapCard>
  readonly onOpen: (card: CardAsked) => void
  readonly onClose: () => void
}

/** The card that the address names: of a hazard, a junction or a zone. */
export const OpenCard = ({ card, open, onOpen, onClose }: Props) => {
  switch (card.kind) {
    case 'hazard':
      return (
        <HazardCard
          key="hazard"
          id={card.id}
          known={open.pointOf(card.id)?.properties ?? null}
          spot={open.spot}
          onTurn={(id) => onOpen({ kind: 'hazard', id })}
          onClose={onClose}
        />
      )
    case 'junction':
      return <JunctionCard key="junction" id={card.id} onClose={onClose} />
    case 'zone':
      return (
        <ZoneCard
          key="zone"
          id={card.id}
          at={open.tappedAt}
          others={open.others}
          onChoose={(id) => onOpen({ kind: 'zone', id })}
          onClose={onClose}
        />
      )
  }
}
