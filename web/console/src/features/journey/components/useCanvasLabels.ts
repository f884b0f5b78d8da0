import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** What the canvas says to who cannot see it, in the reader's language. */
export function useCanvasLabels() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  return useMemo(
    () => ({
      'node.a11yDescription.default': t('journey.canvas.aria.node', { lng: language }),
      'node.a11yDescription.keyboardDisabled': t('journey.canvas.aria.node', { lng: language }),
      'node.a11yDescription.ariaLiveMessage': () => t('journey.canvas.aria.moved', { lng: language }),
      'edge.a11yDescription.default': t('journey.canvas.aria.way', { lng: language }),
      'controls.ariaLabel': t('journey.canvas.aria.controls', { lng: language }),
      'controls.zoomIn.ariaLabel': t('journey.canvas.aria.zoomIn', { lng: language }),
      'controls.zoomOut.ariaLabel': t('journey.canvas.aria.zoomOut', { lng: language }),
      'controls.fitView.ariaLabel': t('journey.canvas.aria.fit', { lng: language }),
      'handle.ariaLabel': t('journey.canvas.aria.handle', { lng: language }),
    }),
    [t, language],
  )
}
