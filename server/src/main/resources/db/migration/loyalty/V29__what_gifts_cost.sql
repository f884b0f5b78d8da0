comment on column coupon.amount is 'What it cost the brand at that order, in minor units: what it took off, or what its gift costs; refunded is what of it came back with goods.';
comment on column coupon_move.amount is 'Redeemed: what it cost. Refunded or returned: what of it came back, negative.';
