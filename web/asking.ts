import {
  keepPreviousData,
  QueryClient,
  type QueryKey,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { ApiProblem, NoAnswer } from './api-problem.ts'
import { askAnewWhenOnline, keepAnswers } from './kept/keep-answers.ts'

/** Worth asking again by itself: nothing answered, or the server said "in a moment". A plain no is a no. */
export const worthAskingAgain = (failures: number, error: unknown): boolean =>
  failures < 2 && (error instanceof NoAnswer || (error instanceof ApiProblem && error.code === 'try-again'))

export const makeQueryClient = (): QueryClient => {
  const client = new QueryClient({
    defaultOptions: {
      queries: {
        ...{ staleTime: 15_000, retry: worthAskingAgain, retryDelay: (failures) => 500 * 2 ** failures },
        // offline is asked too, for much is kept on the device; nothing waits in silence for a connection
        ...{ networkMode: 'always', refetchOnReconnect: true, persister: keepAnswers() },
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  askAnewWhenOnline(client)
  return client
}

interface Asking {
  readonly enabled?: boolean
  readonly staleTimeMs?: number
  /** Shows the former answer while a new key loads, so that a list does not blink when its filter changes. */
  readonly keepFormer?: boolean
}

/** Something read: `useAsked(['hazard', id], () => told(api.hazards[':id'].$get({ param: { id } })))`. */
export const useAsked = <Answer>(
  key: QueryKey,
  ask: (signal: AbortSignal) => Promise<Answer>,
  { enabled = true, staleTimeMs = 15_000, keepFormer = false }: Asking = {},
): UseQueryResult<Answer, Error> =>
  useQuery<Answer, Error>({
    queryKey: key,
    queryFn: ({ signal }) => ask(signal),
    enabled,
    staleTime: staleTimeMs,
    ...(keepFormer ? { placeholderData: keepPreviousData } : {}),
  })

interface Acting<Input, Outcome> {
  /** Keys of what the act has changed; each is read anew. */
  readonly refreshes?: readonly QueryKey[]
  readonly onDone?: (outcome: Outcome, input: Input) => void
}

/** Something done: `const accept = useAct((input) => told(...), { refreshes: [['hazard', id]] })`, then `accept.mutate(input)`. */
export const useAct = <Input, Outcome>(
  act: (input: Input) => Promise<Outcome>,
  { refreshes = [], onDone }: Acting<Input, Outcome> = {},
) => {
  const client = useQueryClient()
  return useMutation<Outcome, Error, Input>({
    mutationFn: act,
    onSuccess: async (outcome, input) => {
      await Promise.all(refreshes.map((queryKey) => client.invalidateQueries({ queryKey })))
      onDone?.(outcome, input)
    },
  })
}
