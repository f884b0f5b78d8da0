alter table tier_event rename to member_event;
comment on table member_event is 'Events written in the transaction of the change they tell of, on their way to the log.';

create table mall_item (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    name         text        not null,
    description  text        not null,
    picture      text,
    kind         text        not null,
    points       bigint      not null check (points > 0),
    money        bigint      not null check (money >= 0),
    template_id  bigint      references coupon_template,
    delivery     boolean     not null,
    stores       text[]      not null,
    stock        integer,
    sold         integer     not null default 0 check (sold >= 0),
    per_member   integer,
    tiers        text[]      not null,
    from_at      timestamptz,
    until_at     timestamptz,
    on_shelf     boolean     not null default false,
    created_by   text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    check (stock is null or sold <= stock)
);
create unique index mall_item_name on mall_item (brand_id, name);
comment on table mall_item is 'What members can have for points.';
comment on column mall_item.kind is 'coupon, goods or code.';
comment on column mall_item.points is 'What one costs; an order costs what it did when it was placed.';
comment on column mall_item.money is 'What is paid beside the points when it is picked up, in minor units; it is noted, not taken.';
comment on column mall_item.delivery is 'Goods may be sent.';
comment on column mall_item.stores is 'The stores where goods may be picked up.';
comment on column mall_item.stock is 'How many may ever be sold; null for any number. Of codes: how many there are.';
comment on column mall_item.sold is 'Orders that were not cancelled; counted in the transaction that places or cancels.';
comment on column mall_item.tiers is 'Ids of the tiers that may buy; empty for all.';

create table mall_order (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    item_id      bigint      not null references mall_item,
    key          text        not null,
    opened_no    integer,
    customer_no  integer,
    name         text        not null,
    kind         text        not null,
    points       bigint      not null,
    money        bigint      not null,
    state        text        not null,
    settle_at    timestamptz,
    store        text,
    recipient    text,
    coupon_id    bigint,
    code         text,
    carrier      text,
    parcel       text,
    why          text,
    placed_at    timestamptz not null,
    paid_at      timestamptz,
    fulfilled_at timestamptz,
    cancelled_at timestamptz,
    given_back   boolean     not null default false
);
create unique index mall_order_key on mall_order (brand_id, key);
create index mall_order_of_customer on mall_order (customer_no, brand_id) where customer_no is not null;
create index mall_order_of_item on mall_order (item_id, customer_no);
create index mall_order_of_brand on mall_order (brand_id, id desc);
create index mall_order_to_settle on mall_order (settle_at) where settle_at is not null;
comment on table mall_order is 'Orders in the mall, one piece each.';
comment on column mall_order.key is 'Names the wish; for each, one order is placed.';
comment on column mall_order.opened_no is 'The customer number it was ordered under; never changes. Null once its person is erased.';
comment on column mall_order.state is 'ordered, paid, fulfilled or cancelled.';
comment on column mall_order.settle_at is 'When the ledger, or whoever hands out coupons and codes, is asked next; null when nothing is open.';
comment on column mall_order.store is 'Where it is picked up; null where it is sent or needs neither.';
comment on column mall_order.recipient is 'Name, phone and address as JSON, sealed.';
comment on column mall_order.code is 'The code that was handed out, sealed.';
comment on column mall_order.why is 'Why it was cancelled: a code that the console has words for, or what a person wrote.';
comment on column mall_order.given_back is 'The points of a cancelled order are back.';

create table mall_code (
    id       bigint   generated always as identity primary key,
    item_id  bigint   not null references mall_item,
    code     text     not null,
    hash     bytea    not null,
    order_id bigint   references mall_order
);
create unique index mall_code_once on mall_code (item_id, hash);
create index mall_code_free on mall_code (item_id, id) where order_id is null;
create unique index mall_code_of_order on mall_code (order_id) where order_id is not null;
comment on table mall_code is 'Codes of virtual goods, each handed out once.';
comment on column mall_code.code is 'Sealed.';
comment on column mall_code.hash is 'A blind index, so that a code is not uploaded twice.';

create table reward (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    key         text        not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    kind        text        not null,
    points      bigint      not null,
    template_id bigint,
    draw_id     bigint,
    chances     integer     not null,
    at          timestamptz not null,
    reason      text        not null,
    details     jsonb       not null,
    state       text        not null,
    note        text
);
create unique index reward_key on reward (brand_id, key);
create index reward_of_customer on reward (customer_no, brand_id, id desc);
create index reward_due on reward (id) where state = 'due';
comment on table reward is 'What members get for checking in, for tasks, draws and on their days: decided once, handed out under the key.';
comment on column reward.kind is 'points, coupon or chances.';
comment on column reward.state is 'due, given or refused.';
comment on column reward.note is 'Why it was refused.';

create table check_in_rule (
    brand_id   smallint    primary key,
    rule       jsonb       not null,
    changed_by text        not null,
    changed_at timestamptz not null
);
comment on table check_in_rule is 'What a day of checking in brings.';

create table check_in (
    brand_id    smallint    not null,
    opened_no   integer     not null,
    day         date        not null,
    customer_no integer     not null,
    at          timestamptz not null,
    streak      integer     not null,
    points      bigint      not null,
    primary key (brand_id, opened_no, day)
);
create index check_in_of_customer on check_in (customer_no, brand_id, day desc);
create index check_in_of_day on check_in (brand_id, day);
comment on table check_in is 'Who checked in on which of the brand''s days.';
comment on column check_in.streak is 'Which day in a row it was.';

create table growth_programme (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    name       text        not null,
    text       text        not null,
    reward     jsonb       not null,
    active     boolean     not null,
    created_at timestamptz not null
);
create unique index growth_programme_name on growth_programme (brand_id, name);
comment on table growth_programme is 'Tasks that belong together, with a reward when all are done.';

create table task (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    name        text        not null,
    growth_id   bigint      references growth_programme,
    definition  jsonb       not null,
    event       text        not null,
    active      boolean     not null,
    active_from timestamptz,
    created_at  timestamptz not null
);
create unique index task_name on task (brand_id, name);
comment on table task is 'What members can do for a reward.';
comment on column task.event is 'The name of the event it counts.';
comment on column task.active_from is 'When it was last switched on: what happened before does not count.';

create table task_hit (
    task_id     bigint      not null references task,
    event_key   text        not null,
    brand_id    smallint    not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    period      date        not null,
    at          timestamptz not null,
    primary key (task_id, event_key)
);
create index task_hit_of_customer on task_hit (customer_no, task_id, period);
comment on table task_hit is 'Events that counted towards tasks; none beyond what a period asks for.';
comment on column task_hit.period is 'The first day of the day, week or month it counts for; 2000-01-01 where the task is done once.';

create table task_done (
    task_id     bigint      not null references task,
    opened_no   integer     not null,
    period      date        not null,
    brand_id    smallint    not null,
    customer_no integer     not null,
    at          timestamptz not null,
    primary key (task_id, opened_no, period)
);
create index task_done_of_customer on task_done (customer_no, task_id, period);
comment on table task_done is 'Which tasks members have done.';

create table growth_done (
    growth_id   bigint      not null references growth_programme,
    opened_no   integer     not null,
    brand_id    smallint    not null,
    customer_no integer     not null,
    at          timestamptz not null,
    primary key (growth_id, opened_no)
);
create index growth_done_of_customer on growth_done (customer_no, growth_id);
comment on table growth_done is 'Who has done all tasks of a growth programme.';

create table draw (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    name       text        not null,
    price      bigint,
    per_day    integer     not null check (per_day > 0),
    from_at    timestamptz,
    until_at   timestamptz,
    active     boolean     not null,
    seed       text        not null,
    seed_hash  bytea       not null,
    created_by text        not null,
    created_at timestamptz not null
);
create unique index draw_name on draw (brand_id, name);
comment on table draw is 'Lucky draws.';
comment on column draw.price is 'What a draw costs in points; null where it takes a chance.';
comment on column draw.per_day is 'How often one member may draw on a day of the brand.';
comment on column draw.seed is 'Every roll is worked out from it and the number of the play; sealed until the draw is over.';
comment on column draw.seed_hash is 'SHA-256 of the seed, shown from the beginning.';

create table draw_prize (
    id        bigint   generated always as identity primary key,
    draw_id   bigint   not null references draw,
    place     integer  not null,
    name      text     not null,
    reward    jsonb    not null,
    weight    integer  not null check (weight > 0),
    stock     integer,
    given     integer  not null default 0 check (given >= 0),
    check (stock is null or given <= stock)
);
create unique index draw_prize_place on draw_prize (draw_id, place);
comment on table draw_prize is 'What can be won, in the order in which rolls are compared with weights.';
comment on column draw_prize.weight is 'How many of a million rolls win it; of all prizes together no more than a million.';

create table draw_chance (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    draw_id     bigint      not null references draw,
    key         text        not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    chances     integer     not null check (chances > 0),
    used        integer     not null default 0 check (used >= 0),
    at          timestamptz not null,
    check (used <= chances)
);
create unique index draw_chance_key on draw_chance (brand_id, key);
create index draw_chance_of_customer on draw_chance (customer_no, draw_id);
comment on table draw_chance is 'Draws that members have free.';

create table draw_play (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    draw_id     bigint      not null references draw,
    key         text        not null,
    opened_no   integer     not null,
    customer_no integer     not null,
    at          timestamptz not null,
    day         date        not null,
    price       bigint      not null,
    state       text        not null,
    settle_at   timestamptz,
    roll        integer,
    prize_id    bigint      references draw_prize,
    prize_name  text,
    sold_out    boolean     not null default false
);
create unique index draw_play_key on draw_play (brand_id, key);
create index draw_play_of_customer on draw_play (customer_no, draw_id, day);
create index draw_play_of_draw on draw_play (draw_id, id desc);
create index draw_play_to_settle on draw_play (settle_at) where settle_at is not null;
comment on table draw_play is 'Each draw, with its roll: append-only once it is drawn.';
comment on column draw_play.price is 'What it cost in points; 0 where it took a chance.';
comment on column draw_play.state is 'begun, drawn or cancelled.';
comment on column draw_play.roll is '0 to 999,999.';
comment on column draw_play.sold_out is 'The roll would have won a prize of which none was left.';

create table benefit_rule (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    name       text        not null,
    rule       jsonb       not null,
    active     boolean     not null,
    done_on    date,
    created_by text        not null,
    created_at timestamptz not null
);
create unique index benefit_rule_name on benefit_rule (brand_id, name);
comment on column benefit_rule.done_on is 'The last of the brand''s days on which all members were looked through.';
comment on table benefit_rule is 'What members are given on their birthday, or for their tier, without asking.';

create table benefit_given (
    rule_id     bigint      not null references benefit_rule,
    opened_no   integer     not null,
    period      date        not null,
    brand_id    smallint    not null,
    customer_no integer     not null,
    at          timestamptz not null,
    primary key (rule_id, opened_no, period)
);
create index benefit_given_of_customer on benefit_given (customer_no, rule_id, period);
comment on table benefit_given is 'Which benefits members were given for which period.';
comment on column benefit_given.period is 'The first day of the month or year; of what is given once, 2000-01-01.';
