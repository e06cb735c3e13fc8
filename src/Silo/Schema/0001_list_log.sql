-- The log: one row per accepted command. Rows are never changed. The primary key makes versions gap-free and
-- single-threaded, the unique command id makes a command count once for ever.
CREATE TABLE list_log (
    list_id      uuid     NOT NULL,
    version      bigint   NOT NULL CHECK (version > 0),
    command_id   uuid     NOT NULL,
    command_hash bytea    NOT NULL,              -- SHA-256 over actor, type and fields
    conflicts    bytea,                          -- the first answer's conflicts as JSON, null for none
    actor_id     uuid,                           -- null: the system
    at           timestamptz NOT NULL,
    chain_hash   bytea    NOT NULL,              -- SHA-256 over the previous row's chain hash and this row
    format       smallint NOT NULL,              -- version of the encoding of "change"
    tx           xid8     NOT NULL DEFAULT pg_current_xact_id(),
    seq          bigint   NOT NULL DEFAULT 0,    -- running number within the log, for followers
    change       bytea    NOT NULL,              -- the exact UTF-8 bytes that clients receive
    PRIMARY KEY (list_id, version),
    UNIQUE (list_id, command_id)
) PARTITION BY HASH (list_id);

CREATE SEQUENCE list_log_seq AS bigint CACHE 1;
ALTER TABLE list_log ALTER COLUMN seq SET DEFAULT nextval('list_log_seq');

DO $$
BEGIN
    FOR i IN 0..7 LOOP
        EXECUTE format('CREATE TABLE list_log_p%s PARTITION OF list_log FOR VALUES WITH (MODULUS 8, REMAINDER %s)', i, i);
    END LOOP;
END $$;

-- Followers read each partition in this order, below the oldest open transaction.
CREATE INDEX list_log_follow ON list_log (tx, seq);

-- The history id of all lists: changed only when the past changed (a restore, a failover that may have lost a tail).
CREATE TABLE log_history (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    history_id uuid NOT NULL DEFAULT gen_random_uuid(),
    since      timestamptz NOT NULL DEFAULT now()
);
INSERT INTO log_history DEFAULT VALUES;

-- A cache: replay from version 1 gives the same state.
CREATE TABLE list_snapshot (
    list_id    uuid     PRIMARY KEY,
    history_id uuid     NOT NULL,
    version    bigint   NOT NULL,
    format     smallint NOT NULL,
    chain_hash bytea    NOT NULL,
    state      bytea    NOT NULL,
    taken_at   timestamptz NOT NULL DEFAULT now()
);
