-- Tiers count what the programme has heard of so far: the place in the log stands in the index too.
drop index purchase_of_customer;
create index purchase_of_customer on purchase (customer_no, at desc, number) include (brand_id, kind, amount, position)
where customer_no is not null;
