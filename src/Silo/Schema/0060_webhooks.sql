-- Where changes of a list are sent to. Each webhook follows its list by version, so a list without one costs nothing.
CREATE TABLE webhook (
    webhook_id    uuid        PRIMARY KEY,
    partition     smallint    NOT NULL,
    list_id       uuid        NOT NULL,
    owner_id      uuid        NOT NULL,
    url           text        NOT NULL,
    secret        bytea       NOT NULL,             -- sealed with a key that is not in the database
    events        text[]      NOT NULL,             -- empty: all
    created_at    timestamptz NOT NULL,
    revision      integer     NOT NULL DEFAULT 0,   -- grows with each change by an owner: what was read before counts no more
    version       bigint      NOT NULL,             -- up to here everything is done
    delivered_at  timestamptz,
    failures      integer     NOT NULL DEFAULT 0,
    last_error    text,
    next_try_at   timestamptz NOT NULL,
    paused_at     timestamptz,
    paused_reason text
);

CREATE INDEX webhook_of_list ON webhook (list_id);
CREATE INDEX webhook_of_owner ON webhook (owner_id);
CREATE INDEX webhook_at_work ON webhook (partition, next_try_at) WHERE paused_at IS NULL;
