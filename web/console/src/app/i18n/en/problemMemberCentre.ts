/** Titles of refusals at the member centre. */
export const memberCentreTitles = {
  'member-not-signed-in': 'The member is not signed in',
  'member-terms-not-agreed': 'The terms of membership are not agreed to',
  'member-terms-changed': 'The terms of membership have changed',
  'member-phone-invalid': 'Not a mobile phone number',
  'member-phone-shared': 'The phone is on record for several people',
  'sign-in-code-wrong': 'The code is wrong or over',
  'sign-in-too-often': 'Too many tries to sign in',
  'member-codes-too-often': 'Too many wrong codes',
  'sign-in-by-phone-off': 'Signing in by phone is off',
  'member-wechat-failed': 'WeChat did not tell who it is',
  'member-pass-old': 'The member code is out of date',
  'member-pass-forged': 'Not a member code of ours',
  'member-mall-refused': 'The mall refused',
  'member-play-refused': 'The check-in or draw was refused',
  'member-birthday-fixed': 'The birthday is fixed',
  'member-birthday-absurd': 'Not a date of birth',
}
