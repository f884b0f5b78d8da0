import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { createQueryClient } from '@/app/queries'
import { routes } from '@/app/routes'
import { ThemeProvider } from '@/app/theme/ThemeProvider'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'

/** Opens the console at an address, as a person would. */
export function open(address: string) {
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const queries = createQueryClient(() => void queries.invalidateQueries({ queryKey: getSessionQueryKey() }))
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })
  render(
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>,
  )
  return { router, queries, user }
}
