-- Snapshots of the past, a few a list at growing distance: a look at the past replays from the nearest one below it. Caches, like list_snapshot.
CREATE TABLE list_milestone (
    list_id    uuid     NOT NULL,
    version    bigint   NOT NULL,
    history_id uuid     NOT NULL,
    format     smallint NOT NULL,
    chain_hash bytea    NOT NULL,
    state      bytea    NOT NULL,
    taken_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (list_id, version)
);
