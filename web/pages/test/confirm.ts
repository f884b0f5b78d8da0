import { fireEvent, waitFor } from '@testing-library/react'
import { expect } from 'vitest'

/** Presses the button of the dialog that opens, and takes the dialog away: its own way out waits for an animation. */
export async function confirm(word: string): Promise<void> {
  const button = await waitFor(() => {
    const found = [...document.querySelectorAll('.adm-dialog-button')].find(({ textContent }) => textContent === word)
    expect(found).toBeDefined()
    return found!
  })
  fireEvent.click(button)
  button.closest('body > div')?.remove()
}
