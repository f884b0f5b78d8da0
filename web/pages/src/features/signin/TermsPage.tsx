import { useQuery } from '@tanstack/react-query'
import { OwnTerms } from './OwnTerms'
import { getTermsToAgreeOptions } from '@/client/@tanstack/react-query.gen'
import { Loaded } from '@/shared/Loaded'
import { path, useBrand } from '@/shared/brand'
import { Page } from '@/shared/Page'
import { useLanguage, useWords } from '@/words/words'

/** What is agreed to on joining, in the brand's own words if it has any; its version stands with each consent. */
export function TermsPage() {
  const words = useWords()
  const language = useLanguage()
  const brand = useBrand()
  const terms = useQuery(getTermsToAgreeOptions({ path }))
  const name = brand.data?.name ?? ''
  const ofThePages = language === 'zh' ? <Chinese brand={name} /> : <English brand={name} />
  return (
    <Page title={words('termsTitle')}>
      <Loaded query={terms}>
        {({ version, zh, en }) => (
          <article className="panel terms">
            {zh !== null && en !== null ? <OwnTerms text={language === 'zh' ? zh : en} /> : ofThePages}
            <p className="faint">{words('termsVersion', { version })}</p>
          </article>
        )}
      </Loaded>
    </Page>
  )
}

function Chinese({ brand }: { brand: string }) {
  return (
    <>
      <h2>会员</h2>
      <p>加入后，{brand}为您开立会员卡，按其公布的会员计划记录积分、等级和优惠券。积分和优惠券不能兑换现金，并可能有有效期，以页面显示为准。</p>
      <h2>我们保存什么</h2>
      <p>手机号或微信给本品牌的编号（用来认出您）、会员卡号、积分和优惠券、在本品牌的订单，以及您自己填写的姓名、性别和生日。您不填写的，我们不要求。</p>
      <h2>用来做什么</h2>
      <p>提供会员服务，并通知与之有关的事项。发送新品和优惠消息须您另外同意，可随时拒收。</p>
      <h2>您的权利</h2>
      <p>您可以随时向{brand}的门店或客服要求查看、更正、导出或删除这些信息；删除后会员卡、积分和优惠券一并失效。</p>
    </>
  )
}

function English({ brand }: { brand: string }) {
  return (
    <>
      <h2>Membership</h2>
      <p>
        When you join, {brand} opens a card for you and keeps points, tier and coupons by its published programme. Points and
        coupons are not exchanged for money and may expire, as these pages say.
      </p>
      <h2>What we keep</h2>
      <p>
        Your phone number or the number WeChat gives you with this brand (to know you again), your card number, points and
        coupons, your orders with this brand, and the name, gender and birthday you enter yourself. What you leave out is not
        asked for.
      </p>
      <h2>What for</h2>
      <p>
        To be of service to you as a member and to tell you about that. News of products and offers needs a consent of its own,
        which you can take back at any time.
      </p>
      <h2>Your rights</h2>
      <p>
        At any time you can ask {brand}, in a store or by its service, to show, correct, hand over or delete all of this. With
        it go your card, points and coupons.
      </p>
    </>
  )
}
