import { ScanOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './Desk.module.css'

/** What browsers that can read codes offer; the others have the field to type in. */
interface Detector {
  detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]>
}
type DetectorClass = new (options: { formats: string[] }) => Detector

const EVERY = 250

function detectorClass(): DetectorClass | undefined {
  return (window as { BarcodeDetector?: DetectorClass }).BarcodeDetector
}

/** Reads a QR code or a barcode with the phone's camera, where the browser can. */
export function ScanButton({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useTranslation()
  const [scanning, setScanning] = useState(false)
  const [failed, setFailed] = useState(false)
  const video = useRef<HTMLVideoElement>(null)

  useEffect(() => {
    const Detector = detectorClass()
    if (!scanning || !Detector) return
    const detector = new Detector({ formats: ['qr_code', 'code_128'] })
    let stream: MediaStream | undefined
    let over = false
    async function look() {
      if (over || !video.current) return
      const [found] = await detector.detect(video.current).catch(() => [])
      if (over) return
      if (found) {
        onCode(found.rawValue)
        setScanning(false)
      } else setTimeout(() => void look(), EVERY)
    }
    navigator.mediaDevices
      .getUserMedia({ video: { facingMode: 'environment' } })
      .then(async (opened) => {
        stream = opened
        if (over || !video.current) return opened.getTracks().forEach((track) => track.stop())
        video.current.srcObject = opened
        await video.current.play()
        void look()
      })
      .catch(() => {
        setFailed(true)
        setScanning(false)
      })
    return () => {
      over = true
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [scanning, onCode])

  if (!detectorClass()) return null
  return (
    <>
      {scanning && <video ref={video} className={styles.camera} muted playsInline />}
      <Button block size="large" icon={<ScanOutlined />} onClick={() => setScanning((now) => !now)}>
        {t(scanning ? 'coupon.desk.scanStop' : 'coupon.desk.scan')}
      </Button>
      {failed && (
        <p role="alert" className="ww-small">
          {t('coupon.desk.noCamera')}
        </p>
      )}
    </>
  )
}
