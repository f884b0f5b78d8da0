-- What a period that was sold gives back is settled when it is sold, whatever becomes of its plan.
alter table paid_membership
    add column refund_rule text check (refund_rule in ('NONE', 'UNUSED_DAYS', 'ALL'));
update paid_membership sold
set refund_rule = coalesce(
    (select case told ->> 'refund' when 'all' then 'ALL' when 'unusedDays' then 'UNUSED_DAYS' else 'NONE' end
     from programme_version version,
          jsonb_array_elements(version.definition -> 'plans') told
     where version.brand_id = sold.brand_id
       and version.published_at <= sold.sold_at
       and told ->> 'id' = sold.plan
     order by version.version desc
     limit 1),
    'NONE');
alter table paid_membership
    alter column refund_rule set not null;
comment on column paid_membership.refund_rule is 'What is given back when it ends early, as its plan said when it was sold.';

-- A person with two numbers has two openings; one told again under a phone is the same one.
alter table opening
    add column told_by text not null default 'member_no';
alter table opening
    alter column told_by drop default;
comment on table opening is 'What imports said that members had in the system before, as far as it stands.';
comment on column opening.told_by is 'The kind of identifier that named the member best; of old ones taken for granted.';
