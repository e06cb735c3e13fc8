-- What Microsoft.Orleans.Persistence.AdoNet expects: a table of queries by key, and the table those queries use.
-- The unique constraint is ours: two activations that both write a grain's first state must not leave two rows.
CREATE TABLE orleansquery (
    querykey  varchar(64)   PRIMARY KEY,
    querytext varchar(8000) NOT NULL
);

CREATE TABLE grain_state (
    service_id  varchar(150) NOT NULL,
    type_hash   integer      NOT NULL,
    type_name   varchar(512) NOT NULL,
    id_hash     integer      NOT NULL,
    id_n0       bigint       NOT NULL,
    id_n1       bigint       NOT NULL,
    id_text     varchar(512),
    payload     bytea,
    version     integer      NOT NULL,
    modified_at timestamptz  NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (id_hash, type_hash, service_id, type_name, id_n0, id_n1, id_text)
);

INSERT INTO orleansquery (querykey, querytext) VALUES
('ReadFromStorageKey', '
SELECT payload AS "PayloadBinary", version AS "Version" FROM grain_state
WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND service_id = @ServiceId AND type_name = @GrainTypeString
  AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_text IS NOT DISTINCT FROM @GrainIdExtensionString'),
('WriteToStorageKey', '
WITH first_write AS (
    INSERT INTO grain_state (service_id, type_hash, type_name, id_hash, id_n0, id_n1, id_text, payload, version)
    SELECT @ServiceId, @GrainTypeHash, @GrainTypeString, @GrainIdHash, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, @PayloadBinary, 1
    WHERE CAST(@GrainStateVersion AS integer) IS NULL
    ON CONFLICT DO NOTHING
    RETURNING version
), later_write AS (
    UPDATE grain_state SET payload = @PayloadBinary, version = version + 1, modified_at = now()
    WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND service_id = @ServiceId AND type_name = @GrainTypeString
      AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_text IS NOT DISTINCT FROM @GrainIdExtensionString
      AND version = CAST(@GrainStateVersion AS integer)
    RETURNING version
)
SELECT coalesce((SELECT version FROM first_write), (SELECT version FROM later_write), CAST(@GrainStateVersion AS integer)) AS "NewGrainStateVersion"'),
('ClearStorageKey', '
UPDATE grain_state SET payload = NULL, version = version + 1, modified_at = now()
WHERE id_hash = @GrainIdHash AND type_hash = @GrainTypeHash AND service_id = @ServiceId AND type_name = @GrainTypeString
  AND id_n0 = @GrainIdN0 AND id_n1 = @GrainIdN1 AND id_text IS NOT DISTINCT FROM @GrainIdExtensionString
  AND version = @GrainStateVersion
RETURNING version AS "NewGrainStateVersion"');
