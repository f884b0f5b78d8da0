-- What a question about one customer's orders needs stands in the index: sixty orders are a page or two of it instead
-- of sixty pages of the table.
drop index purchase_of_customer;
create index purchase_of_customer on purchase (customer_no, at desc, number) include (brand_id, kind, amount)
where customer_no is not null;
