import { setupServer } from 'msw/node'
import { handlers } from '@mock/handlers'

/** Answers as the mock does, unless a test says otherwise. */
export const server = setupServer(...handlers)
