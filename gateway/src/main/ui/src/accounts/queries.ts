import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import { answer, personnel } from '../api/client'
import type { Account, AccountGrants, AccountHandover, Grant, HeldGrant } from '../api/types'
import { hasStatus } from '../api/problem'
import { etag } from '../people/queries'

export type AccountState = 'enabled' | 'disabled'

export const accountsQuery = (q: string | undefined, state: AccountState | undefined) =>
  infiniteQueryOptions({
    queryKey: ['accounts', q ?? '', state ?? ''],
    queryFn: ({ pageParam, signal }) =>
      answer(
        personnel.GET('/api/personnel/accounts', {
          params: { query: { q, enabled: state && state === 'enabled', cursor: pageParam, limit: 50 } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
  })

export const accountQuery = (username: string) =>
  queryOptions({
    queryKey: ['account', username],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/accounts/{username}', { params: { path: { username } }, signal })),
  })

export const accountGrantsQuery = (username: string) =>
  queryOptions({
    queryKey: ['account-grants', username],
    queryFn: ({ signal }) => answer(personnel.GET('/api/personnel/accounts/{username}/grants', { params: { path: { username } }, signal })),
  })

/** The grants by which whoever is signed in sees a person. */
export const sightQuery = (personId: string) =>
  queryOptions({
    queryKey: ['sight', personId],
    queryFn: async ({ signal }): Promise<HeldGrant[]> =>
      (await answer(personnel.GET('/api/personnel/people/{personId}/why', { params: { path: { personId } }, signal }))).grants,
  })

export interface NewAccountBody {
  username: string
  name: string
  email?: string
  fileNumber?: string
}

export const createAccount = (body: NewAccountBody, key: string): Promise<AccountHandover> =>
  answer(personnel.POST('/api/personnel/accounts', { params: { header: { 'Idempotency-Key': key } }, body }))

export const changeAccount = (account: Account, body: { name: string; fileNumber?: string; reason: string }): Promise<Account> =>
  answer(
    personnel.PUT('/api/personnel/accounts/{username}', {
      params: { path: { username: account.username }, header: { 'If-Match': etag(account.authzVersion) } },
      body,
    }),
  )

const madeOn = (account: Account, key: string) => ({
  path: { username: account.username },
  header: { 'If-Match': etag(account.authzVersion), 'Idempotency-Key': key },
})

export const disableAccount = (account: Account, reason: string, key: string): Promise<Account> =>
  answer(personnel.POST('/api/personnel/accounts/{username}/disable', { params: madeOn(account, key), body: { reason } }))

export const enableAccount = (account: Account, reason: string, key: string): Promise<Account> =>
  answer(personnel.POST('/api/personnel/accounts/{username}/enable', { params: madeOn(account, key), body: { reason } }))

export const resetAccount = (account: Account, reason: string, key: string): Promise<AccountHandover> =>
  answer(personnel.POST('/api/personnel/accounts/{username}/reset', { params: madeOn(account, key), body: { reason } }))

export type NewGrantBody = Pick<Grant, 'role' | 'unitId' | 'fileNumber' | 'managementScopes' | 'securityClass' | 'validFrom' | 'validTo'> & {
  reason: string
}

export const giveGrant = (held: AccountGrants, body: NewGrantBody, key: string): Promise<AccountGrants> =>
  answer(
    personnel.POST('/api/personnel/accounts/{username}/grants', {
      params: { path: { username: held.username }, header: { 'If-Match': etag(held.authzVersion), 'Idempotency-Key': key } },
      body,
    }),
  )

export const endGrant = (held: AccountGrants, grantId: string, reason: string, key: string): Promise<AccountGrants> =>
  answer(
    personnel.POST('/api/personnel/accounts/{username}/grants/{grantId}/end', {
      params: { path: { username: held.username, grantId }, header: { 'If-Match': etag(held.authzVersion), 'Idempotency-Key': key } },
      body: { reason },
    }),
  )

/** What a change of an account made old. */
export function dropAccount(queries: QueryClient, username: string) {
  for (const queryKey of [['accounts'], ['account', username], ['account-grants', username]]) void queries.invalidateQueries({ queryKey })
}

/** The same change, and where somebody else was faster the page behind it shows what stands now. */
export async function upToDate<T>(queries: QueryClient, username: string, change: Promise<T>): Promise<T> {
  try {
    return await change
  } catch (error) {
    if (hasStatus(error, 412)) dropAccount(queries, username)
    throw error
  }
}
