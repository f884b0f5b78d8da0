create table source_level (
    brand_id  smallint not null,
    attribute text     not null,
    named     text     not null,
    name      text     not null,
    level     smallint not null,
    primary key (brand_id, attribute, named, name),
    check (named in ('source', 'kind')),
    check (level between 1 and 9)
);
comment on table source_level is 'Whose word counts more for a brand: of the sources that said something of an attribute those of the lowest level decide, and of these the newest. What is not set has the level of its kind that ADR 0025 states.';
comment on column source_level.attribute is 'An attribute for which it differs; empty for all others.';
comment on column source_level.named is 'source: one source by its name; kind: all of a kind that are not named.';

alter table profile add column others jsonb not null default '{}';
comment on column profile.attributes is 'Attribute name to {value, source, at, brand}: everything known that has no column of its own, and the source of those that have. What is in force.';
comment on column profile.others is 'Attribute name to a list of {value, source, at, brand}: the newest that each other source said. Empty for nearly all, who are told of by one source.';

-- A source has a level within its brand; until now the brand was not kept beside it.
update profile
set attributes = (
    select jsonb_object_agg(told.key, told.value || jsonb_build_object('brand', coalesce(
        (select min(relation.brand_id) from relation where relation.customer_no = profile.customer_no), 0)))
    from jsonb_each(profile.attributes) told)
where profile.attributes <> '{}';

create table referral (
    brand_id    smallint    not null,
    customer_no integer     not null,
    referrer    bytea       not null,
    at          timestamptz not null,
    primary key (brand_id, customer_no, referrer)
);
create index referral_of_customer on referral (customer_no);
create index referral_by_referrer on referral (referrer);
comment on table referral is 'Who was brought by whom, as events said; the first by its own time counts. The referrer may come later than whom they brought.';
comment on column referral.referrer is 'The blind index of the referrer''s identifier: whose it is now, customer.identifier says.';
