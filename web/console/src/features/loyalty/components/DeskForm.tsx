import { Button, Form, Input, InputNumber, type FormInstance } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskStores } from '@/client'
import { useBrand } from '@/shared/brand/BrandContext'
import { Panel } from '@/shared/components/Panel'
import { standingIn, type DeskAnswers } from '../api/useDesk'
import { DeskMember } from './DeskMember'
import { DeskStoreField } from './DeskStoreField'
import { MoneyInput } from './fields'
import { ScanButton } from './ScanButton'
import styles from './Desk.module.css'

interface Props {
  desk: DeskStores
  form: FormInstance<DeskAnswers>
  pending: boolean
  onAsk: (answers: DeskAnswers) => void
}

/** What is needed to say what a coupon gives: the code, the receipt, what is bought. */
export function DeskForm({ desk, form, pending, onAsk }: Props) {
  const { t } = useTranslation()
  const { id: brand } = useBrand()
  const scanned = useCallback((code: string) => form.setFieldValue('code', code), [form])
  const required = [{ required: true, message: t('common.required') }]
  const words = [{ required: true, whitespace: true, message: t('common.required') }]
  return (
    <Panel>
      <Form<DeskAnswers> form={form} layout="vertical" size="large" initialValues={{ store: standingIn(brand, desk), pieces: 1 }} onFinish={onAsk}>
        <DeskStoreField desk={desk} />
        <Form.Item name="code" label={t('coupon.desk.code')} extra={t('coupon.desk.codeHint')} rules={words}>
          <Input autoComplete="off" autoCapitalize="characters" maxLength={500} />
        </Form.Item>
        <div style={{ marginBottom: 16 }}>
          <ScanButton onCode={scanned} />
        </div>
        <DeskMember form={form} />
        <Form.Item name="order" label={t('coupon.desk.order')} rules={words}>
          <Input autoComplete="off" maxLength={100} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item name="amount" label={t('coupon.desk.amount')} rules={required}>
            <MoneyInput size="large" style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="pieces" label={t('coupon.desk.pieces')} rules={required}>
            <InputNumber min={1} precision={0} style={{ width: '100%' }} />
          </Form.Item>
        </div>
        <Form.Item name="product" label={t('coupon.desk.product')} extra={t('coupon.desk.productHint')}>
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
        <Button block type="primary" htmlType="submit" className={styles.main} loading={pending}>
          {t('coupon.desk.ask')}
        </Button>
      </Form>
    </Panel>
  )
}
