import { Button, ErrorBlock } from 'antd-mobile'
import { useNavigate } from 'react-router'
import { useWords } from '@/words/words'

export function NotFound() {
  const words = useWords()
  const navigate = useNavigate()
  return (
    <ErrorBlock status="empty" title={words('notFound')} description="" fullPage>
      <Button color="primary" onClick={() => navigate('/')}>
        {words('toHome')}
      </Button>
    </ErrorBlock>
  )
}
