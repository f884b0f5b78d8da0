import type { MemberSharing, SharedAccount, SharedPerson, SharingRule } from '@/client'

/** What the member may do in the account they are in. */
export interface Standing {
  rule: SharingRule
  you: SharedPerson
  holder: boolean
  full: boolean
  /** Whose points the account's sum is to spend for: nobody's while the brand has paused sharing. */
  spends: 'together' | 'holder' | 'paused'
}

export function ruleOf(rules: SharingRule[], kind: SharingRule['kind']): SharingRule | undefined {
  return rules.find((rule) => rule.kind === kind)
}

export function standing({ rules, you }: MemberSharing, account: SharedAccount): Standing | null {
  const rule = ruleOf(rules, account.kind)
  const me = account.people.find(({ customer }) => customer === you)
  if (!rule || !me) return null
  const mine = rule.everybodySpends || me.holder ? 'together' : 'holder'
  return {
    rule,
    you: me,
    holder: me.holder,
    full: account.people.length >= rule.most,
    spends: rule.active ? mine : 'paused',
  }
}
