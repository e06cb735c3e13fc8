-- How far each consumer of the log has come in each partition.
CREATE TABLE follower_cursor (
    consumer   text        NOT NULL,
    partition  integer     NOT NULL,
    tx         xid8        NOT NULL DEFAULT '0',
    seq        bigint      NOT NULL DEFAULT 0,
    updated_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, partition)
);

-- Changes that a consumer failed on again and again; the partition went on without them. The change itself stays in the log.
CREATE TABLE follower_parked (
    consumer  text        NOT NULL,
    list_id   uuid        NOT NULL,
    version   bigint      NOT NULL,
    partition integer     NOT NULL,
    error     text        NOT NULL,              -- the exception's type, never its message: that may hold text of a task
    parked_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (consumer, list_id, version)
);
