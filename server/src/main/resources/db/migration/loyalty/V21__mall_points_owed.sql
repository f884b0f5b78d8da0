alter table mall_order add column owed_why text;
comment on column mall_order.owed_why is 'Why the ledger did not give its points back when it was asked last; null when they are back or there are none to give.';
create index mall_order_owed on mall_order (brand_id, id desc) where owed_why is not null;
-- What was paid and is not back was given up ten minutes after its end; it is asked for again.
update mall_order set settle_at = now()
where settle_at is null and not given_back and paid_at is not null and customer_no is not null
  and (state in ('cancelled', 'returned') or returned > 0);
