alter table import
    alter column encoding drop not null,
    alter column delimiter drop not null,
    add column format      text    not null default 'csv',
    add column sheet       text,
    add column sheets      jsonb   not null default '[]',
    add column template    text,
    add column dry_run     boolean not null default false,
    add column dry_result  jsonb;
update import set counts = counts || '{"records": 0}' where counts is not null;
comment on column import.state is 'draft, started, done, cancelled, undoing or undone; what happens in started and undoing is told by the job.';
comment on column import.format is 'csv, jsonl, xlsx or parquet';
comment on column import.encoding is 'Of text files; null for workbooks and Parquet.';
comment on column import.sheet is 'Which sheet of a workbook is read.';
comment on column import.template is 'The mapping template that was applied when the file was uploaded.';
comment on column import.dry_run is 'Whether the run only checks the file; then the import is a draft again afterwards.';
comment on column import.dry_result is 'What the last dry run found; its sample is sealed, because it may hold personal data.';
comment on column import.sample is 'The first rows as read, for the person who maps the columns; sealed, because they may hold personal data, and emptied when the import ends.';

create table import_reach (
    import_id     bigint not null references import,
    position_from bigint not null,
    position_to   bigint not null,
    primary key (import_id, position_from)
);
comment on table import_reach is 'Which events of the log an import brought, as ranges of positions; written with the checkpoint of each piece. An undo retracts them.';

create table import_template (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    kind       text        not null,
    name       text        not null,
    source     text        not null,
    columns    jsonb       not null,
    mapping    jsonb       not null,
    created_by text        not null,
    changed_at timestamptz not null,
    unique (brand_id, kind, name)
);
comment on table import_template is 'A mapping kept for the next file of that source; chosen by itself when the file has the columns.';
comment on column import_template.columns is 'The header it was made for.';

create table catalogue_product (
    brand_id   smallint    not null,
    code       text        not null,
    import_id  bigint      not null references import,
    changed_at timestamptz not null,
    source     text        not null,
    name       text        not null,
    category   text,
    brand      text,
    price      bigint,
    barcode    text,
    primary key (brand_id, code, import_id)
);
create index catalogue_product_newest on catalogue_product (brand_id, code, changed_at desc, import_id desc);
create index catalogue_product_of_import on catalogue_product (import_id);
comment on table catalogue_product is 'Versions of products: one per code and import that changed it. The newest is in force; an undo deletes its import''s, so that the former is again.';
comment on column catalogue_product.brand is 'The trade mark, where a shop sells several.';
comment on column catalogue_product.price is 'List price in minor units.';

create table catalogue_store (
    brand_id   smallint    not null,
    code       text        not null,
    import_id  bigint      not null references import,
    changed_at timestamptz not null,
    source     text        not null,
    name       text        not null,
    province   text,
    city       text,
    address    text,
    longitude  double precision,
    latitude   double precision,
    datum      text,
    hours      text,
    primary key (brand_id, code, import_id)
);
create index catalogue_store_newest on catalogue_store (brand_id, code, changed_at desc, import_id desc);
create index catalogue_store_of_import on catalogue_store (import_id);
comment on table catalogue_store is 'Versions of stores as files tell them; wecom.store holds the stores as WeCom knows them.';
comment on column catalogue_store.datum is 'What longitude and latitude are measured in: gcj-02, wgs-84 or bd-09.';

create table catalogue_staff (
    brand_id   smallint    not null,
    code       text        not null,
    import_id  bigint      not null references import,
    changed_at timestamptz not null,
    source     text        not null,
    name       text        not null,
    store      text,
    role       text,
    primary key (brand_id, code, import_id)
);
create index catalogue_staff_newest on catalogue_staff (brand_id, code, changed_at desc, import_id desc);
create index catalogue_staff_of_import on catalogue_staff (import_id);
comment on table catalogue_staff is 'Versions of staff as files tell them; wecom.guide holds the members WeCom knows.';
comment on column catalogue_staff.store is 'The code of the store.';
