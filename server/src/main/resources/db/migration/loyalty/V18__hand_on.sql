create index coupon_to_take_back on coupon (changed_at) where state = 'offered';
comment on column coupon.changed_at is 'When it came into its state; of one that is offered, when that was: a day later it is taken back.';
