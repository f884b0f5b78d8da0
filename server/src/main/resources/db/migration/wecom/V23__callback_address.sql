alter table account
    add column callback_at         timestamptz,
    add column callback_refused_at timestamptz,
    add column callback_refusal    jsonb;
comment on column account.callback_at is 'When a callback, or WeCom''s check of the address, was last genuine.';
comment on column account.callback_refused_at is 'When one was last refused.';
comment on column account.callback_refusal is 'Why, as a kept problem, for the settings page; null once the settings have been changed.';

comment on table callback is 'Every callback once, by a hash over brand, Event, ChangeType, UserID, ExternalUserID, ChatId, CreateTime, tag Id and TagType, UpdateDetail; due_at is null when it has been dealt with.';
