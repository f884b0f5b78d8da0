create table catalogue_event (
    brand_id smallint    not null,
    name     text        not null,
    events   bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (brand_id, name)
);
comment on table catalogue_event is 'Every event name a brand has had, learnt behind the log by the consumer event-catalogue.';
comment on column catalogue_event.first_at is 'When the first of them was received; not when it happened, which may be years before.';

create table catalogue_source (
    brand_id smallint    not null,
    name     text        not null,
    source   text        not null,
    events   bigint      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (brand_id, name, source)
);
comment on table catalogue_source is 'Which source sent how many events of a name.';

create table catalogue_day (
    brand_id smallint not null,
    name     text     not null,
    day      date     not null,
    events   bigint   not null,
    examined bigint   not null,
    primary key (brand_id, name, day)
);
comment on table catalogue_day is 'Events of a name by the day, in the brand''s zone, on which they were received. Days older than the catalogue looks back are deleted.';
comment on column catalogue_day.examined is 'Of these, how many had their properties looked at; of a name that comes in floods only a share is.';

create table catalogue_property (
    brand_id smallint    not null,
    name     text        not null,
    property text        not null,
    personal boolean     not null,
    examples text[]      not null,
    first_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (brand_id, name, property)
);
comment on table catalogue_property is 'The properties that events of a name have had.';
comment on column catalogue_property.property is 'Its name; a field inside an object as outer.inner, inside the objects of a list as outer[].inner.';
comment on column catalogue_property.personal is 'Some of its values were sealed, or its name says that they are personal; then there are no examples.';
comment on column catalogue_property.examples is 'Values that at least three different customers shared, so that none of them tells of one person.';

create table catalogue_property_day (
    brand_id   smallint not null,
    name       text     not null,
    property   text     not null,
    day        date     not null,
    as_text    bigint   not null,
    as_number  bigint   not null,
    as_boolean bigint   not null,
    as_time    bigint   not null,
    as_list    bigint   not null,
    as_object  bigint   not null,
    primary key (brand_id, name, property, day)
);
comment on table catalogue_property_day is 'How often a property was filled in the events examined on a day, by the type of its value.';
create index catalogue_day_old on catalogue_day (day);
create index catalogue_property_day_old on catalogue_property_day (day);
