create table coupon_template (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    name         text        not null,
    state        text        not null default 'draft',
    terms        jsonb       not null,
    stock        integer,
    budget       bigint,
    per_customer integer,
    worth        bigint      not null,
    issued       integer     not null default 0,
    reserved     bigint      not null default 0 check (reserved >= 0),
    redeemed     integer     not null default 0,
    spent        bigint      not null default 0,
    expired      integer     not null default 0,
    withdrawn    integer     not null default 0,
    created_by   text        not null,
    created_at   timestamptz not null,
    changed_at   timestamptz not null,
    check (stock is null or issued <= stock),
    check (budget is null or reserved <= budget)
);
create unique index coupon_template_name on coupon_template (brand_id, name);
comment on table coupon_template is 'Kinds of coupons a brand has: their terms, and how many there may be.';
comment on column coupon_template.state is 'draft, active or stopped; coupons are issued from active ones only.';
comment on column coupon_template.terms is 'What stands on the coupon, as CouponTerms reads it; fixed once active.';
comment on column coupon_template.stock is 'How many may ever be issued; null for any number.';
comment on column coupon_template.budget is 'What all of them may cost together, in minor units; null for no limit.';
comment on column coupon_template.worth is 'The most one coupon can cost, in minor units; 0 where that has no limit, and then there is no budget.';
comment on column coupon_template.issued is 'How many were issued; counted in the transaction that issues.';
comment on column coupon_template.reserved is 'What of the budget is taken: the worth of all that were issued and are not expired, withdrawn or lost.';
comment on column coupon_template.redeemed is 'How many are redeemed and not returned; told by the moves, some moments later.';
comment on column coupon_template.spent is 'What they took off, less what was refunded.';

create table coupon (
    id           bigint      generated always as identity primary key,
    brand_id     smallint    not null,
    template_id  bigint      not null references coupon_template,
    customer_no  integer,
    given_no     integer,
    issue_key    text        not null,
    origin       text        not null,
    state        text        not null,
    worth        bigint      not null,
    valid_from   timestamptz not null,
    valid_until  timestamptz not null,
    remind_at    timestamptz,
    issued_at    timestamptz not null,
    changed_at   timestamptz not null,
    offers       integer     not null default 0,
    handed_on    boolean     not null default false,
    locked_until timestamptz,
    store        text,
    order_id     text,
    amount       bigint      not null default 0,
    refunded     bigint      not null default 0,
    use          jsonb,
    redeemed_at  timestamptz
);
create unique index coupon_issue_key on coupon (brand_id, issue_key);
create index coupon_of_customer on coupon (customer_no, brand_id) where customer_no is not null;
create index coupon_of_template on coupon (template_id, customer_no, id);
create index coupon_of_order on coupon (brand_id, order_id) where order_id is not null;
create index coupon_to_expire on coupon (valid_until) where state in ('issued', 'offered');
create index coupon_to_unlock on coupon (locked_until) where state = 'locked';
create index coupon_to_remind on coupon (remind_at) where remind_at is not null and state = 'issued';
comment on table coupon is 'Each coupon and where it stands. Its code is worked out from its id and kept nowhere.';
comment on column coupon.customer_no is 'Whose it is now; null for one on paper that nobody has claimed.';
comment on column coupon.given_no is 'The customer number it was given under; goes back to it when customers come apart.';
comment on column coupon.issue_key is 'Names the occasion; for each, one coupon is issued.';
comment on column coupon.origin is 'Where it came from: batch, code, public, journey, return …';
comment on column coupon.state is 'issued, locked, offered, redeemed, returned, expired or withdrawn.';
comment on column coupon.worth is 'What of the budget is taken for it.';
comment on column coupon.remind_at is 'When its customer is told that it ends soon; null once told, or never.';
comment on column coupon.offers is 'How often it was offered to somebody else: each offer''s code is another.';
comment on column coupon.order_id is 'The order it is locked or redeemed for.';
comment on column coupon.amount is 'What it takes off that order, in minor units; refunded is what of it came back with goods.';
comment on column coupon.use is 'How amount is spread over the lines of the order, and which pieces came back.';

create table coupon_move (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    coupon_id   bigint      not null,
    template_id bigint      not null,
    customer_no integer,
    step        text        not null,
    at          timestamptz not null,
    by_name     text        not null,
    store       text,
    order_id    text,
    amount      bigint      not null default 0,
    released    bigint      not null default 0,
    told        boolean     not null default false
);
create index coupon_move_of_coupon on coupon_move (coupon_id, id);
create index coupon_move_to_tell on coupon_move (id) where not told;
create index coupon_move_to_settle on coupon_move (brand_id, at, id) where step in ('redeem', 'refund', 'give-back', 'return');
create index coupon_move_of_customer on coupon_move (customer_no) where customer_no is not null;
comment on table coupon_move is 'What happened to each coupon, append-only but for the mark that it was told.';
comment on column coupon_move.customer_no is 'The customer number at that time; never changes.';
comment on column coupon_move.by_name is 'Who did it: a person, a till, or the system.';
comment on column coupon_move.amount is 'Redeemed: what it took off. Refunded or returned: what of it came back, negative.';
comment on column coupon_move.released is 'What of the template''s budget is free again.';
comment on column coupon_move.told is 'Whether the timeline and the figures of the template have it.';

create table coupon_call (
    brand_id smallint    not null,
    key      text        not null,
    asked    bytea       not null,
    answer   jsonb       not null,
    at       timestamptz not null,
    primary key (brand_id, key)
);
create index coupon_call_age on coupon_call (at);
comment on table coupon_call is 'Calls that changed coupons, by idempotency key: asked again, they are answered as before. Kept for 90 days.';
comment on column coupon_call.asked is 'SHA-256 of what was asked, so that a key does not stand for two things.';

create table coupon_batch (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    template_id bigint      not null references coupon_template,
    segment_id  bigint,
    customers   bytea,
    printed     integer,
    reached     bigint      not null default 0,
    issued      bigint      not null default 0,
    job         text,
    created_by  text        not null,
    created_at  timestamptz not null,
    done_at     timestamptz
);
create index coupon_batch_of_template on coupon_batch (template_id, id desc);
comment on table coupon_batch is 'Coupons issued to many customers at once, or printed as codes.';
comment on column coupon_batch.customers is 'Whom it reaches, as a Roaring bitmap; frozen when it begins.';
comment on column coupon_batch.printed is 'How many codes are wanted; null where it goes to customers.';

create table coupon_public_code (
    id          bigint      generated always as identity primary key,
    brand_id    smallint    not null,
    template_id bigint      not null references coupon_template,
    code        text        not null,
    most        integer     not null,
    used        integer     not null default 0 check (used <= most),
    created_by  text        not null,
    created_at  timestamptz not null
);
create unique index coupon_public_code_text on coupon_public_code (brand_id, code);
comment on table coupon_public_code is 'Codes on posters and in leaflets: one for many customers, each once.';
comment on column coupon_public_code.code is 'As people type it, in capital letters.';

create table till_key (
    id         bigint      generated always as identity primary key,
    brand_id   smallint    not null,
    name       text        not null,
    store      text,
    scopes     text[]      not null,
    hash       bytea       not null,
    created_by text        not null,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create unique index till_key_hash on till_key (hash);
create unique index till_key_name on till_key (brand_id, name) where revoked_at is null;
comment on table till_key is 'Keys with which tills ask about coupons and redeem them.';
comment on column till_key.store is 'The store it stands in; null for a key of several, which then say theirs.';
comment on column till_key.scopes is 'coupon.read, coupon.redeem, coupon.return.';
comment on column till_key.hash is 'SHA-256 of the key, which has 192 random bits.';
