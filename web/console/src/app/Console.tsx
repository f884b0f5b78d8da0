import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import { createQueryClient } from './queries'
import { routes } from './routes'
import { ThemeProvider } from './theme/ThemeProvider'
import { getSessionQueryKey } from '@/client/@tanstack/react-query.gen'

export function Console() {
  const [router] = useState(() => createBrowserRouter(routes))
  const [queries] = useState(() => {
    const client = createQueryClient(() => void client.invalidateQueries({ queryKey: getSessionQueryKey() }))
    return client
  })
  return (
    <QueryClientProvider client={queries}>
      <ThemeProvider>
        <RouterProvider router={router} />
      </ThemeProvider>
    </QueryClientProvider>
  )
}
