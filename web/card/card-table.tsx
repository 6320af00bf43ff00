import { Button } from '@mantine/core'
import { lazy, useMemo, useState } from 'react'
import { groupingRule } from '../../server/domain/photo-groups.ts'
import { IfDrawable } from '../map/if-drawable.tsx'
import { newId } from '../new-id.ts'
import { serverNow } from '../server-clock.ts'
import { cardWords } from '../text/card-words.ts'
import { useWords } from '../text/language.ts'
import { Section } from '../ui/page.tsx'
import { useCounty } from '../ui/use-county.ts'
import * as hands from './arrangement.ts'
import type { CardDesk, DeskState } from './card-desk.ts'
import { countPhotos, type SetPhoto } from './card-photo.ts'
import { GroupChoiceBar, PhotoChoiceBar } from './choice-bar.tsx'
import { ClockPanel } from './clock-panel.tsx'
import { Enlarged } from './enlarged.tsx'
import { GroupCard } from './group-card.tsx'
import { KeepBar } from './keep-bar.tsx'
import { missingFromGroup } from './kept-groups.ts'
import { TracksPanel } from './tracks-panel.tsx'
import { Tray } from './tray.tsx'
import type { ShownGroup } from './use-card-desk.ts'
import type { useKeeping } from './use-keeping.ts'

const CardMap = lazy(() => import('./card-map.tsx'))

interface Props {
  readonly desk: CardDesk
  readonly state: DeskState
  readonly set: readonly SetPhoto[]
  readonly groups: readonly ShownGroup[]
  readonly placed: readonly ShownGroup[]
  readonly unplaced: readonly ShownGroup[]
  readonly keeping: ReturnType<typeof useKeeping>
  readonly lookAnew: number
}

const toggled = (chosen: ReadonlySet<string>, id: string): ReadonlySet<string> => {
  const next = new Set(chosen)
  if (!next.delete(id)) next.add(id)
  return next
}
const nobody: ReadonlySet<string> = new Set()

/** The photos on the table: map, clock and tracks on one side, the hazards-to-be on the other. */
export const CardTable = ({ desk, state, set, groups, placed, unplaced, keeping, lookAnew }: Props) => {
  const text = useWords(cardWords)
  const { bounds } = useCounty()
  const [photosChosen, setPhotosChosen] = useState(nobody)
  const [groupsChosen, setGroupsChosen] = useState(nobody)
  const [placing, setPlacing] = useState(false)
  const [middle, setMiddle] = useState<readonly [number, number] | null>(null)
  const [enlarged, setEnlarged] = useState<SetPhoto | null>(null)
  const { arrangement } = state

  // what was kept or left out meanwhile is no longer chosen
  const chosen = useMemo(
    () => new Set(groups.flatMap(({ photoIds }) => photoIds.filter((id) => photosChosen.has(id)))),
    [groups, photosChosen],
  )
  const chosenGroups = placed.filter(({ id }) => groupsChosen.has(id)).map(({ id }) => id)
  const onMap = useMemo(() => set.filter(({ id }) => !arrangement.out.includes(id)), [set, arrangement.out])
  const nowMs = Date.parse(serverNow())
  const missing = new Map(placed.map((group) => [group.id, missingFromGroup(group, group.photos, nowMs)]))
  const ready = placed.filter(({ id }) => missing.get(id) === null)

  const plain = groups.map(({ id, photoIds, code, description }) => ({ id, photoIds, code, description }))
  const regroup = (next: readonly hands.Group[], name: string | null = null): void =>
    desk.arrange(hands.withGroups(arrangement, plain, next), name)
  const settle = (): void => {
    setPhotosChosen(nobody)
    setGroupsChosen(nobody)
    setPlacing(false)
  }
  const ids = [...chosen]
  const only = ids.length === 1 ? (set.find(({ id }) => id === ids[0]) ?? null) : null
  const place = (photoIds: readonly string[], at: hands.HandPlace): void => {
    desk.arrange(hands.placedAt(arrangement, photoIds, at))
    settle()
  }
  const choosePhoto = (id: string): void => setPhotosChosen((before) => toggled(before, id))
  const fromHere = only === null ? [] : hands.fromHereOn(plain, only.id)
  const isFirst = only !== null && plain.some(({ photoIds }) => photoIds[0] === only.id)
  const centre = middle ?? (bounds ? [(bounds.west + bounds.east) / 2, (bounds.south + bounds.north) / 2] : [114.5, 29])
  return (
    <div className="card-table">
      <div className="card-side">
        <div className="card-map-place">
          <IfDrawable otherwise={<p className="card-quiet">{text.mapFailed}</p>} meanwhile={null}>
            <CardMap
              title={text.map}
              centre={[centre[0] ?? 0, centre[1] ?? 0]}
              photos={onMap}
              chosen={chosen}
              groups={placed}
              track={state.track}
              lookAnew={lookAnew}
              placing={placing}
              onTap={(at) => placing && ids.length > 0 && place(ids, { kind: 'pin', lngLat: at })}
              onPhoto={choosePhoto}
              onMiddle={setMiddle}
            />
          </IfDrawable>
          {placing && <span className="card-map-middle" aria-hidden="true" />}
        </div>
        <p className="card-quiet">{text.mapKey}</p>
        <ClockPanel desk={desk} photos={set} aheadMs={state.aheadMs} chosen={only} />
        <TracksPanel desk={desk} tracks={state.tracks} photos={onMap} />
      </div>
      <div className="card-main">
        {unplaced.length > 0 && (
          <Tray
            groups={unplaced}
            chosen={chosen}
            onChoose={choosePhoto}
            onChooseAll={(all) => setPhotosChosen(new Set(all))}
            onEnlarge={setEnlarged}
          />
        )}
        {placed.length > 0 && (
          <Section
            title={text.list}
            actions={
              <Button size="compact-sm" onClick={() => setGroupsChosen(new Set(placed.map(({ id }) => id)))}>
                {text.selectAll}
              </Button>
            }
          >
            {placed.map((group, index) => {
              const above = placed[index - 1]
              const pair = above === undefined ? [] : [above.id, group.id]
              return (
                <GroupCard
                  key={group.id}
                  group={group}
                  number={index + 1}
                  missing={missing.get(group.id) ?? null}
                  chosenPhotos={chosen}
                  isChosen={groupsChosen.has(group.id)}
                  joinUp={
                    above === undefined
                      ? null
                      : {
                          shut: hands.mayJoin(plain, pair) ? null : text.tooMany(groupingRule.mostPhotos),
                          act: () => regroup(hands.joined(plain, pair)),
                        }
                  }
                  onChoose={() => setGroupsChosen((before) => toggled(before, group.id))}
                  onChoosePhoto={choosePhoto}
                  onEnlarge={setEnlarged}
                  onDescribe={(change) =>
                    regroup(
                      hands.described(plain, [group.id], change),
                      change.description === undefined ? null : `remark ${group.id}`,
                    )
                  }
                  onDropPhotos={(photoIds) => regroup(hands.moved(plain, photoIds, group.id))}
                />
              )
            })}
          </Section>
        )}
        <div className="card-foot">
          {ids.length > 0 ? (
            <PhotoChoiceBar
              count={ids.length}
              groups={placed}
              placing={placing}
              mayPlaceOnMap={true}
              onSplit={() => {
                regroup(hands.splitOff(plain, ids, newId()))
                settle()
              }}
              onSplitFrom={
                only === null || isFirst
                  ? null
                  : () => {
                      regroup(hands.splitOff(plain, fromHere, newId()))
                      settle()
                    }
              }
              onMoveTo={(groupId) => {
                regroup(hands.moved(plain, ids, groupId))
                settle()
              }}
              onLeaveOut={() => {
                desk.arrange(hands.leftOut(arrangement, ids))
                settle()
              }}
              onPlacing={setPlacing}
              onPlaceInMiddle={() => middle !== null && place(ids, { kind: 'pin', lngLat: middle })}
              onPlace={(at) => place(ids, at)}
              onEnlarge={only === null ? null : () => setEnlarged(only)}
              onClear={settle}
            />
          ) : (
            chosenGroups.length > 0 && (
              <GroupChoiceBar
                count={chosenGroups.length}
                mayJoin={hands.mayJoin(plain, chosenGroups)}
                onJoin={() => {
                  regroup(hands.joined(plain, chosenGroups))
                  settle()
                }}
                onCategory={(code) => regroup(hands.described(plain, chosenGroups, { code }))}
                onLeaveOut={() => {
                  const gone = placed.filter(({ id }) => chosenGroups.includes(id)).flatMap(({ photoIds }) => photoIds)
                  desk.arrange(hands.leftOut(arrangement, gone))
                  settle()
                }}
                onClear={settle}
              />
            )
          )}
          <KeepBar
            ready={ready}
            waiting={placed.length - ready.length}
            withoutPlace={countPhotos(unplaced)}
            keeping={keeping}
          />
        </div>
      </div>
      <Enlarged photo={enlarged} onClose={() => setEnlarged(null)} />
    </div>
  )
}
