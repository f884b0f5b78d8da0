alter table benefit_rule add column programme_key text;
comment on column benefit_rule.programme_key is 'The id the programme has for it; null for a benefit that stands by itself.';
create unique index benefit_rule_of_programme on benefit_rule (brand_id, programme_key);
drop index benefit_rule_name;
create unique index benefit_rule_name on benefit_rule (brand_id, name) where programme_key is null;
update benefit_rule set rule = jsonb_set(rule, '{occasion}', '"once"') where rule ->> 'occasion' = 'reached';

alter table benefit_given add column cost bigint not null default 0;
comment on column benefit_given.cost is 'What it cost the brand by what was said when it was given, in minor units.';

alter table mall_order add column returned_at timestamptz;
comment on column mall_order.state is 'ordered, paid, fulfilled, cancelled or returned.';
comment on column mall_order.why is 'Why it was cancelled or returned: a code that the console has words for, or what a person wrote.';
comment on column mall_order.given_back is 'The points of a cancelled or returned order are back.';
comment on column mall_item.sold is 'Orders that were neither cancelled nor came back to the stock; counted in the transaction that changes them.';
