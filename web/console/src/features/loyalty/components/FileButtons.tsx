import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

/** The whole settlement as a file, a line each coupon. */
export function FileButtons({ disabled, csv, xlsx }: { disabled: boolean; csv: string; xlsx: string }) {
  const { t } = useTranslation()
  return (
    <>
      <Button icon={<DownloadOutlined />} disabled={disabled} href={disabled ? undefined : csv} download>
        {t('coupon.settlement.csv')}
      </Button>
      <Button icon={<DownloadOutlined />} disabled={disabled} href={disabled ? undefined : xlsx} download>
        {t('coupon.settlement.xlsx')}
      </Button>
    </>
  )
}
