import { setupWorker } from 'msw/browser'
import { handlers } from './handlers'

/** Answers the console's calls in the browser, for development without a server. */
export async function startMock(): Promise<void> {
  await setupWorker(...handlers).start({ onUnhandledRequest: 'bypass', quiet: true })
}
