-- What was said for every channel holds for those that came later too; what the ledger says of one of them by name
-- counts where it is the newest.
insert into consent (brand_id, customer_no, channel, purpose, granted, at, source)
select distinct on (said.brand_id, said.customer_no, channel.code, said.purpose)
    said.brand_id, said.customer_no, channel.code, said.purpose, said.granted, said.at, said.source
from (
    select brand_id, customer_no, channel, purpose, granted, at, source from consent_decision
    union all
    select brand_id, customer_no, channel, purpose, granted, at, source from consent where channel = 'any'
) said
join (values ('sms'), ('call'), ('webhook'), ('official_account'), ('mini_program')) channel (code)
    on said.channel in (channel.code, 'any')
order by said.brand_id, said.customer_no, channel.code, said.purpose, said.at desc, said.granted, said.source desc
on conflict do nothing;
