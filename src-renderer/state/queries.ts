import { QueryClient, useQuery } from '@tanstack/react-query'
import { client } from './backend.ts'

/** Main is on this machine: "online" says nothing, and a refused call is not refused less by asking thrice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnWindowFocus: false, staleTime: Number.POSITIVE_INFINITY },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Version, dictionary and sample lists. */
export function useAppInfo() {
  return useQuery({ queryKey: ['app', 'info'], queryFn: ({ signal }) => client.app.info(undefined, { signal }) })
}

/** Credits and licences of the data sources. */
export function useNotices() {
  return useQuery({ queryKey: ['app', 'notices'], queryFn: ({ signal }) => client.app.notices(undefined, { signal }) })
}
