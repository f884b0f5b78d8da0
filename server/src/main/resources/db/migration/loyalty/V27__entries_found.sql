create index entry_of_day on entry (brand_id, kind, booked_at, id);
comment on index entry_of_day is 'Bookings of days, the kinds one beside the other.';
create index till_payment_of_order on till_payment (brand_id, order_id);
